import { readFileSync } from 'node:fs'

import type { DemoCredentials } from '../../src/database/seed'

/** The logins and keys of the server that the end-to-end tests run against. */
export function demo(): DemoCredentials {
  const file = process.env.E2E_CREDENTIALS
  if (!file) throw new Error('End-to-end tests run through Playwright, which starts their server.')
  return JSON.parse(readFileSync(file, 'utf8')) as DemoCredentials
}
