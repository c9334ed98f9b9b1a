import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

import { chromium, type Page } from '@playwright/test'

import type { DemoCredentials } from '../src/database/seed'
import { chromiumArguments, ensureChromium } from './support/chromium'
import { loadEnvironment, serverPort } from './support/environment'
import { CommandError, runCommand } from './support/fail'
import { root } from './support/paths'
import { credentialsFile } from './support/seed'

const folder = path.join(root, 'docs/images')

/** Takes the README's pictures from the running demo. */
await runCommand(async () => {
  loadEnvironment()
  if (!existsSync(credentialsFile)) {
    throw new CommandError(
      'The pictures show the demo. Start it with npm start in another terminal.',
    )
  }
  const { admin, customer } = JSON.parse(readFileSync(credentialsFile, 'utf8')) as DemoCredentials
  const baseURL = process.env.SERVER_URL || `http://localhost:${serverPort()}`
  mkdirSync(folder, { recursive: true })
  const browser = await chromium.launch({
    args: chromiumArguments,
    executablePath: ensureChromium(),
  })
  try {
    const page = await browser.newPage({ baseURL, viewport: { height: 860, width: 1360 } })
    await picturePortal(page, customer)
    await pictureAdmin(page, admin)
  } finally {
    await browser.close()
  }
})
process.exit()

type Login = { email: string; password: string }

async function picturePortal(page: Page, { email, password }: Login): Promise<void> {
  await page.goto('/customer/login')
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Log in' }).click()
  await page.waitForURL('**/customer/dashboard')
  await page.goto('/customer/product-licenses', { waitUntil: 'networkidle' })
  await take(page, 'portal')
}

async function pictureAdmin(page: Page, { email, password }: Login): Promise<void> {
  await page.goto('/admin')
  await page.locator('#field-email').fill(email)
  await page.locator('#field-password').fill(password)
  await page.locator('button[type=submit]').click()
  await page.getByRole('heading', { name: 'License Manager' }).waitFor()
  await page.goto('/admin/collections/licenses', { waitUntil: 'networkidle' })
  await take(page, 'admin')
}

async function take(page: Page, name: string): Promise<void> {
  const file = path.join(folder, `${name}.png`)
  await page.screenshot({ path: file })
  console.log(path.relative(root, file))
}
