import { expect, type Page } from '@playwright/test'
import { TOTP } from 'otpauth'

import { expectAccessible } from './axe'
import { type Account, addAuthenticator, test, untilInteractive } from './support'

/** Passkeys with Chromium's virtual authenticator, and the authenticator app. */
async function openSecurity(page: Page): Promise<void> {
  await page.goto('/customer/settings/security')
  await untilInteractive(page)
}

async function enterPassword(page: Page, { email, password }: Account): Promise<void> {
  await page.goto('/customer/login')
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Log in' }).click()
}

async function enterCode(page: Page, code: string): Promise<void> {
  await page.getByLabel('Code').fill(code)
  await page.getByRole('button', { name: 'Log in' }).click()
}

test('a passkey is added, signs in without a password, and is removed', async ({
  logIn,
  page,
  seller,
}) => {
  const account = await seller.createCustomer()
  await logIn(account)
  await addAuthenticator(page)
  await openSecurity(page)
  const form = page.locator('form').filter({ has: page.getByLabel('Name of the passkey') })
  await form.getByLabel('Name of the passkey').fill('Test device')
  await form.getByLabel('Current password').fill('not the password')
  await form.getByRole('button', { name: 'Add a passkey' }).click()
  await expect(form.getByText('This is not your current password.').first()).toBeVisible()
  await form.getByLabel('Current password').fill(account.password)
  await form.getByRole('button', { name: 'Add a passkey' }).click()
  await expect(page.getByText('The passkey is added.')).toBeVisible()
  await expect(page.getByText('Test device', { exact: true })).toBeVisible()

  await page.context().clearCookies()
  await page.goto('/customer/login?redirect=/customer/settings/history')
  await untilInteractive(page)
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await expect(page).toHaveURL(/\/customer\/settings\/history$/)
  await expect(page.getByRole('cell', { name: 'Passkey' }).first()).toBeVisible()

  await openSecurity(page)
  await page.getByRole('button', { name: 'Remove Test device' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Current password').fill(account.password)
  await dialog.getByRole('button', { name: 'Remove' }).click()
  await expect(page.getByText('No passkeys yet.')).toBeVisible()
  await page.context().clearCookies()
  await page.goto('/customer/login')
  await untilInteractive(page)
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await expect(page.getByText('That passkey did not work.')).toBeVisible()
})

test('the authenticator app asks for a code, takes each once, and a recovery code in its place', async ({
  logIn,
  page,
  seller,
}) => {
  const account = await seller.createCustomer()
  await logIn(account)
  await openSecurity(page)
  const section = page.locator('section').filter({ hasText: 'Authenticator app' })
  await section.getByLabel('Current password').fill(account.password)
  await section.getByRole('button', { name: 'Set up' }).click()
  const key = section.getByTestId('totp-key')
  await expect(key).toBeVisible()
  await expectAccessible(page)
  const totp = new TOTP({ secret: (await key.textContent()) ?? '' })
  await section.getByLabel('Code from the app').fill('000000')
  await section.getByRole('button', { name: 'Switch on' }).click()
  await expect(section.getByText('This code is wrong.').first()).toBeVisible()
  const setUpCode = totp.generate()
  await section.getByLabel('Code from the app').fill(setUpCode)
  await section.getByRole('button', { name: 'Switch on' }).click()
  await expect(page.getByText('Your recovery codes')).toBeVisible()
  const codes = await section.getByRole('listitem').allTextContents()
  expect(codes).toHaveLength(10)

  await page.context().clearCookies()
  await enterPassword(page, account)
  await expect(page).toHaveURL(/\/customer\/login\/verify/)
  await expectAccessible(page)
  await enterCode(page, setUpCode)
  await expect(page.getByText('This code is wrong or was used before.')).toBeVisible()
  await enterCode(page, totp.generate({ timestamp: Date.now() + 30_000 }))
  await expect(page).toHaveURL(/\/customer\/dashboard$/)

  await page.context().clearCookies()
  await enterPassword(page, account)
  await enterCode(page, codes[0] ?? '')
  await expect(page).toHaveURL(/\/customer\/dashboard$/)
  await openSecurity(page)
  await expect(page.getByText('9 recovery codes left')).toBeVisible()
  await section.getByLabel('Current password').fill(account.password)
  await section.getByRole('button', { name: 'Switch off' }).click()
  await expect(section.getByText('Off', { exact: true })).toBeVisible()
  await page.context().clearCookies()
  await enterPassword(page, account)
  await expect(page).toHaveURL(/\/customer\/dashboard$/)
})

test('without the first step there is no second one', async ({ page }) => {
  await page.goto('/customer/login/verify')
  await expect(page).toHaveURL(/\/customer\/login$/)
})
