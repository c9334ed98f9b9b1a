import { expect } from '@playwright/test'

import { linkIn } from './outbox'
import { type Account, test } from './support'

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  let customer: Account
  let license: { code: string; id: string }

  test.beforeEach(async ({ logIn, seller }) => {
    customer = await seller.createCustomer()
    license = await seller.createLicense({ customerId: customer.clientId, parallelUses: 2 })
    await logIn(customer)
  })

  test('the list is searched, ordered and filtered', async ({ page }) => {
    await page.goto('/customer/product-licenses')
    await page.getByRole('searchbox').fill('ledger')
    await page.getByRole('button', { name: 'Search' }).click()
    await expect(page).toHaveURL(/\?q=ledger/)
    await expect(page.getByText('0 of 2 used')).toBeVisible()
    await page.getByRole('link', { name: 'Product', exact: true }).click()
    await expect(page).toHaveURL(/q=ledger&sort=product/)
    await page.getByRole('link', { name: 'Blocked', exact: true }).click()
    await expect(page.getByText('Nothing matches')).toBeVisible()
  })

  test('a code is shown on its page', async ({ page }) => {
    await page.goto(`/customer/product-licenses/${license.id}`)
    await expect(page.getByText(license.code)).toBeHidden()
    await page.getByText('Show the license code').click()
    await expect(page.getByText(license.code)).toBeVisible()
  })

  test('a certificate is for the installation that is chosen', async ({ page, seller }) => {
    await seller.activate(license.code, 'https://plain.example.com')
    await page.goto(`/customer/product-licenses/${license.id}`)
    await page.getByLabel('Certificate for').selectOption('plain.example.com')
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Download certificate' }).click()
    expect((await download).suggestedFilename()).toMatch(/\.lic$/)
    expect((await download).url()).toMatch(/\/certificate\?for=[\da-f-]{36}$/)
  })

  test('an installation is deactivated on a page that asks', async ({ page, seller }) => {
    await seller.activate(license.code, 'https://plain.example.com')
    await page.goto('/customer/product-activations')
    await page.getByRole('button', { name: 'Deactivate plain.example.com' }).click()
    await expect(page.getByRole('heading', { name: 'Deactivate plain.example.com?' })).toBeVisible()
    await page.getByRole('button', { name: 'Deactivate', exact: true }).click()
    await expect(page.getByText(/^plain\.example\.com is deactivated/)).toBeVisible()
    await expect(page.getByRole('row').filter({ hasText: 'plain.example.com' })).toContainText(
      'Deactivated',
    )
  })

  test('name, theme and logout are forms', async ({ page }) => {
    await page.goto('/customer/settings')
    await page.getByLabel('Name').fill('Plain Name')
    await page.getByRole('button', { exact: true, name: 'Save' }).click()
    await expect(page.getByText('Your name is saved.')).toBeVisible()
    await page.getByRole('button', { name: 'Dark' }).click()
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
    await page.goto('/customer/settings/sessions')
    await page.getByRole('main').getByRole('link', { name: 'Log out' }).click()
    await page.getByRole('button', { name: 'Log out' }).click()
    await expect(page).toHaveURL(/\/customer\/login/)
  })

  test('links are asked for and used, and a wrong address is told', async ({ page, seller }) => {
    const { email } = await seller.createUnconfirmed()
    await page.goto('/customer/forgot-password')
    await page.getByLabel('E-mail address').fill('nonsense')
    await page.getByRole('main').getByRole('button').first().click()
    await expect(page.getByLabel('E-mail address')).toHaveValue('nonsense')
    await page.goto('/customer/confirm-email/resend')
    await page.getByLabel('E-mail address').fill(email)
    await page.getByRole('main').getByRole('button').first().click()
    await expect(page.getByText(email)).toBeVisible()
    await page.goto(await linkIn(email, 'Confirm your e-mail address', 'confirm-email'))
    await page.getByRole('main').getByRole('button').first().click()
    await expect(page.getByRole('main').getByRole('status')).toBeVisible()
  })
})
