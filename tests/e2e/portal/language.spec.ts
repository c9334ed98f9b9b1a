import { expect } from '@playwright/test'

import { demo } from '../../support/demo'
import { test, untilInteractive } from './support'

test('a customer chooses German, and it stays for the login page', async ({
  logIn,
  page,
  seller,
}) => {
  await logIn(await seller.createCustomer())
  await page.goto('/customer/settings')
  await untilInteractive(page)
  await expect(page.getByLabel('Language')).toHaveValue('')

  await page.getByLabel('Language').selectOption({ label: 'Deutsch' })
  // Nothing changes while choosing.
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
  await page.getByRole('button', { name: 'Save language' }).click()
  await expect(page.getByText('Ihre Sprache ist gespeichert.')).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
  await expect(page.getByLabel('Sprache')).toHaveValue('de')
  await expect(page).toHaveTitle(/^Einstellungen/)

  await page.goto('/customer/logout')
  await untilInteractive(page)
  await page.getByRole('button', { name: 'Abmelden' }).click()
  await expect(page.getByRole('heading', { name: 'Willkommen zurück' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
})

test("a customer's own language goes before the browser's, and automatic follows it again", async ({
  browser,
  baseURL,
  seller,
}) => {
  const customer = await seller.createCustomer()
  const context = await browser.newContext({ baseURL, locale: 'de-AT' })
  const page = await context.newPage()
  const login = await page.request.post('/api/customers/login', {
    data: { email: customer.email, password: customer.password },
    headers: { Origin: baseURL ?? '' },
  })
  expect(login.status()).toBe(200)
  await page.goto('/customer/settings')
  await untilInteractive(page)
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')

  await page.getByLabel('Sprache').selectOption('en')
  await page.getByRole('button', { name: 'Sprache speichern' }).click()
  await expect(page.getByText('Your language is saved.')).toBeVisible()
  await page.goto('/customer/dashboard')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')

  await page.goto('/customer/settings')
  await untilInteractive(page)
  await page.getByLabel('Language').selectOption('')
  await page.getByRole('button', { name: 'Save language' }).click()
  await expect(page.getByText('Ihre Sprache ist gespeichert.')).toBeVisible()
  await context.close()
})

test('a visitor chooses the language of the login, also without JavaScript', async ({
  browser,
  baseURL,
}) => {
  for (const javaScriptEnabled of [true, false]) {
    const context = await browser.newContext({ baseURL, javaScriptEnabled, locale: 'en-US' })
    const page = await context.newPage()
    await page.goto('/customer/login')
    await untilInteractive(page)
    await page.getByRole('button', { name: 'Deutsch' }).click()
    await expect(page.getByRole('heading', { name: 'Willkommen zurück' })).toBeVisible()
    await expect(page.locator('html')).toHaveAttribute('lang', 'de')
    await expect(page.getByRole('button', { name: 'Deutsch' })).toHaveAttribute(
      'aria-pressed',
      'true',
    )
    await page.goto('/customer/forgot-password')
    await expect(page.getByRole('heading', { name: 'Neues Passwort festlegen' })).toBeVisible()
    await context.close()
  }
})

test('the admin panel is in German where the browser is', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, locale: 'de-DE' })
  const page = await context.newPage()
  const login = await page.request.post('/api/users/login', {
    data: demo().admin,
    headers: { Origin: baseURL ?? '' },
  })
  expect(login.status()).toBe(200)
  await page.goto('/admin/globals/settings')
  await expect(page.getByRole('button', { name: 'Sicherheit' })).toBeVisible()
  await page.getByRole('button', { name: 'Sicherheit' }).click()
  await expect(page.getByText('Formulare mit CAPTCHA')).toBeVisible()
  await page.goto('/admin/collections/licenses')
  await expect(page.getByRole('heading', { level: 1, name: 'Lizenzen' })).toBeVisible()
  await expect(page.getByRole('columnheader', { name: 'Läuft ab am' })).toBeVisible()
  await context.close()
})
