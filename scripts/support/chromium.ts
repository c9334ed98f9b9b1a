import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import path from 'node:path'

import { chromium } from '@playwright/test'

import { installFromDebian } from './debian'
import { CommandError } from './fail'
import { root } from './paths'

/** The shell is Chromium without what draws windows: the tests take a quarter less time in it. */
const shell = 'chromium-headless-shell'
const names = [shell, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** What Chromium is started with: nothing that asks the network for anything but the tests' own pages. */
export const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A Chromium on this machine: `CHROMIUM_PATH`, an installed one, or Playwright's own. Null when there is none. */
export function findChromium(): null | string {
  const inPath = (process.env.PATH ?? '')
    .split(path.delimiter)
    .flatMap((folder) => names.map((name) => path.join(folder, name)))
  const candidates = [
    process.env.CHROMIUM_PATH ?? '',
    ...inPath,
    ...applications,
    chromium.executablePath(),
  ]
  return candidates.find((file) => file !== '' && isExecutable(file)) ?? null
}

/**
 * Makes sure that there is a Chromium, installing one where it may: Debian's as root, else Playwright's own.
 *
 * @throws CommandError that says what to do
 */
export function ensureChromium(): string {
  const found = findChromium() ?? fromDebian() ?? installFromPlaywright()
  if (found) return found
  throw new CommandError(
    'The end-to-end tests need Chromium, and none could be installed. Install Chromium or Chrome, or set CHROMIUM_PATH to one.',
  )
}

function fromDebian(): null | string {
  return installFromDebian(shell) || installFromDebian('chromium') ? findChromium() : null
}

function installFromPlaywright(): null | string {
  console.log('Downloading Chromium …')
  const cli = path.join(root, 'node_modules/@playwright/test/cli.js')
  spawnSync(process.execPath, [cli, 'install', 'chromium'], { cwd: root, stdio: 'inherit' })
  return findChromium()
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
