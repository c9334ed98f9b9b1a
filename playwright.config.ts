import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { defineConfig, devices } from '@playwright/test'

import { chromiumArguments, findChromium } from './scripts/support/chromium'

const root = path.dirname(fileURLToPath(import.meta.url))

// Set once by the main process; the workers load this file again and find it.
process.env.E2E_PORT ??= String(20_000 + Math.floor(Math.random() * 20_000))
process.env.E2E_CREDENTIALS ??= path.join(
  mkdtempSync(path.join(tmpdir(), 'license-manager-e2e-')),
  'demo-credentials.json',
)
const port = process.env.E2E_PORT
const baseURL = `http://localhost:${port}`

const changesSettings = [
  '**/captcha.spec.ts',
  '**/claim.spec.ts',
  '**/first-slice.spec.ts',
  '**/registrationSettings.spec.ts',
  '**/selfService.spec.ts',
  '**/signingKeys.spec.ts',
  '**/switches.spec.ts',
  '**/webhooks.spec.ts',
]

export default defineConfig({
  expect: { timeout: 30_000 },
  forbidOnly: true,
  fullyParallel: false,
  outputDir: 'test-results',
  projects: [
    { name: 'portal', testIgnore: changesSettings, use: { ...devices['Desktop Chrome'] } },
    {
      // Settings hold for everybody at once: what changes them runs alone, after everything else.
      dependencies: ['portal'],
      name: 'settings',
      testMatch: changesSettings,
      use: { ...devices['Desktop Chrome'] },
      workers: 1,
    },
  ],
  reporter: [['list']],
  // One more try for a machine that was busy. A test that needs it is listed as flaky.
  retries: 1,
  testDir: 'tests/e2e',
  // Three times what the longest take on a slow machine.
  timeout: 180_000,
  use: {
    // A step that cannot succeed says which it is, in place of the whole test's time running out.
    actionTimeout: 60_000,
    baseURL,
    launchOptions: { args: chromiumArguments, executablePath: findChromium() ?? undefined },
    navigationTimeout: 90_000,
    // Recording takes a third of the time: only what failed is recorded, when it is tried again.
    trace: 'on-first-retry',
  },
  webServer: {
    command: `"${process.execPath}" --conditions=production --import tsx tests/support/server.ts`,
    cwd: root,
    env: { E2E_CREDENTIALS: process.env.E2E_CREDENTIALS, PORT: port },
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
    stderr: 'pipe',
    stdout: 'ignore',
    timeout: 120_000,
    url: `${baseURL}/api/health-check`,
  },
  workers: 3,
})
