import { expect } from '@playwright/test'

import { demo } from '../../support/demo'
import { test, untilInteractive } from './support'

test('the name is checked, saved and shown everywhere', async ({ logIn, page, seller }) => {
  const customer = await seller.createCustomer('Before Name')
  await logIn(customer)
  await page.goto('/customer/settings')
  await untilInteractive(page)
  const name = page.getByRole('textbox', { name: 'Name' })

  await name.fill('   ')
  await page.getByRole('button', { exact: true, name: 'Save' }).click()
  await expect(name).toHaveAttribute('aria-invalid', 'true')
  await expect(name).toHaveAccessibleDescription('Enter your name.')

  await name.fill('  <b>Zoë</b>   Quinn ')
  await page.getByRole('button', { exact: true, name: 'Save' }).click()
  await expect(page.getByText('Your name is saved.')).toBeVisible()
  await expect(name).toHaveValue('<b>Zoë</b> Quinn')
  await expect(page.getByRole('button', { name: /^Account menu of <b>Zoë/ })).toBeVisible()
  await page.reload()
  await expect(name).toHaveValue('<b>Zoë</b> Quinn')
})

test('saving a name touches nothing else of the account', async ({ logIn, page, seller }) => {
  const customer = await seller.createCustomer()
  await logIn(customer)
  await page.goto('/customer/settings')
  await untilInteractive(page)
  await page
    .locator('form')
    .filter({ has: page.getByLabel('Name') })
    .evaluate((form) => {
      for (const field of ['email', 'clientId', 'password', 'confirmedAt', '_verified']) {
        const input = document.createElement('input')
        Object.assign(input, { name: field, type: 'hidden', value: 'taken@example.com' })
        form.append(input)
      }
    })
  await page.getByLabel('Name').fill('New Name')
  await page.getByRole('button', { exact: true, name: 'Save' }).click()
  await expect(page.getByText('Your name is saved.')).toBeVisible()
  await expect(page.getByText(customer.clientId, { exact: true })).toBeVisible()
  await expect(page.locator('#portal-content').getByText(customer.email)).toHaveCount(0)
  await page.goto('/customer/settings/email')
  await expect(page.locator('#portal-content').getByText(customer.email)).toBeVisible()
  await page.context().clearCookies()
  await logIn(customer)
})

test('a theme that was chosen is there from the first byte of the next page', async ({
  logIn,
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await logIn(demo().customer)
  await page.goto('/customer/settings')
  await untilInteractive(page)
  const background = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  const light = await background()

  await page.getByRole('button', { name: 'Dark' }).click()
  await expect(page.getByRole('button', { name: 'Dark' })).toHaveAttribute('aria-pressed', 'true')
  expect(await background()).not.toBe(light)
  const html = await (await page.request.get('/customer/dashboard')).text()
  expect(html).toMatch(/^<!DOCTYPE html><html[^>]* data-theme="dark"/)

  await page.getByRole('button', { name: /^Account menu/ }).click()
  await page.getByRole('menuitemradio', { name: 'System' }).click()
  await expect(page.getByRole('button', { name: 'System' })).toHaveAttribute('aria-pressed', 'true')
  expect(await background()).toBe(light)
})

test.describe('in another zone and region', () => {
  test.use({ locale: 'en-GB', timezoneId: 'Pacific/Kiritimati' })

  test('dates follow them, and the browser agrees with the server', async ({
    logIn,
    page,
    seller,
  }) => {
    const complaints: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text())
    })
    const customer = await seller.createCustomer()
    await seller.createLicense({ customerId: customer.clientId, expiresAt: '2099-01-31' })
    await logIn(customer)
    await page.goto('/customer/product-licenses')
    await untilInteractive(page)
    await expect(page.getByText('31 Jan 2099')).toBeVisible()
    expect(complaints).toEqual([])
  })
})
