import { expect } from '@playwright/test'

import { type Account, test, untilInteractive } from './support'

const allOn = {
  allowCustomerDeactivation: true,
  enableActivationsPage: true,
  enableLicensesPage: true,
  getMoreLicensesUrl: '',
}

test.describe('what the settings switch', () => {
  test.describe.configure({ mode: 'serial' })

  let customer: Account
  let licenseId: string

  test.beforeAll(async ({ seller }) => {
    customer = await seller.createCustomer()
    const { code, id } = await seller.createLicense({ customerId: customer.clientId })
    await seller.activate(code, 'https://switched.example.com')
    licenseId = id
  })

  test.beforeEach(async ({ logIn }) => logIn(customer))

  test.afterEach(async ({ seller }) => seller.saveSettings(allOn))

  test('the licences page: 404 and no trace of it, from the next request on', async ({
    page,
    seller,
  }) => {
    await page.goto('/customer/settings')
    await seller.saveSettings({ enableLicensesPage: false })
    for (const path of ['product-licenses', `product-licenses/${licenseId}`]) {
      expect((await page.goto(`/customer/${path}`))?.status()).toBe(404)
      await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible()
      await expect(page.getByRole('link', { name: 'Licenses' })).toHaveCount(0)
    }
    await page.goto('/customer/dashboard')
    await expect(page.getByText('Active installations')).toBeVisible()
    await expect(page.getByText('Licenses owned')).toHaveCount(0)
    await expect(page.getByText('Find a license code')).toHaveCount(0)
    await page.goto('/customer/product-activations')
    await expect(page.locator('a[href*="product-licenses"]')).toHaveCount(0)
    await seller.saveSettings(allOn)
    expect((await page.goto('/customer/product-licenses'))?.status()).toBe(200)
  })

  test('the activations page: 404 and no trace of it', async ({ page, seller }) => {
    await seller.saveSettings({ enableActivationsPage: false })
    expect((await page.goto('/customer/product-activations'))?.status()).toBe(404)
    await page.goto('/customer/dashboard')
    await expect(page.getByText('Licenses owned')).toBeVisible()
    await expect(page.getByText(/Active installations|Recent activations|Free a slot/)).toHaveCount(
      0,
    )
    await page.goto(`/customer/product-licenses/${licenseId}`)
    await expect(page.getByText('Activations of this license')).toHaveCount(0)
    await expect(page.locator('a[href*="product-activations"]')).toHaveCount(0)
  })

  test('both pages off: the dashboard says so', async ({ page, seller }) => {
    await seller.saveSettings({ enableActivationsPage: false, enableLicensesPage: false })
    await page.goto('/customer/dashboard')
    await expect(page.getByText('Nothing to show here')).toBeVisible()
    await expect(page.getByRole('navigation', { name: 'Main' }).getByRole('link')).toHaveText([
      'Dashboard',
      'Settings',
    ])
  })

  test('a link to a page that was switched off meanwhile disappears when it is followed', async ({
    page,
    seller,
  }) => {
    await page.goto('/customer/dashboard')
    await untilInteractive(page)
    await seller.saveSettings({ enableLicensesPage: false })
    const link = page
      .getByRole('navigation', { name: 'Main' })
      .getByRole('link', { name: 'Licenses' })
    await link.click()
    await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible()
    await expect(link).toHaveCount(0)
    await seller.saveSettings(allOn)
    await page.getByRole('link', { name: 'Go to the dashboard' }).click()
    await expect(link).toBeVisible()
  })

  test('deactivation off: no button, and the action answers 403', async ({ page, seller }) => {
    await page.goto('/customer/product-activations')
    await untilInteractive(page)
    const button = page.getByRole('button', { name: 'Deactivate switched.example.com' })
    await button.click()
    await seller.saveSettings({ allowCustomerDeactivation: false })
    const answer = page.waitForResponse((response) => response.request().method() === 'POST')
    await page.getByRole('alertdialog').getByRole('button', { name: 'Deactivate' }).click()
    expect((await answer).status()).toBe(403)
    await expect(page.getByRole('heading', { name: 'Not allowed' })).toBeVisible()

    await page.goto('/customer/product-activations')
    await expect(page.getByRole('row').filter({ hasText: 'switched.example.com' })).toContainText(
      'Active',
    )
    await expect(button).toHaveCount(0)
    await page.goto('/customer/dashboard')
    await expect(page.getByText('Free a slot')).toHaveCount(0)
    await expect(page.getByText('Review installations')).toBeVisible()
  })

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false })

    test('deactivation off: the question and its answer are 403', async ({ page, seller }) => {
      await page.goto('/customer/product-activations')
      await page.getByRole('button', { name: 'Deactivate switched.example.com' }).click()
      const path = new URL(page.url()).pathname
      await seller.saveSettings({ allowCustomerDeactivation: false })
      const answer = page.waitForResponse((response) => response.request().method() === 'POST')
      await page.getByRole('button', { name: 'Deactivate', exact: true }).click()
      expect((await answer).status()).toBe(403)
      expect((await page.goto(path))?.status()).toBe(403)
      await seller.saveSettings(allOn)
      await page.goto('/customer/product-activations')
      await expect(
        page.getByRole('button', { name: 'Deactivate switched.example.com' }),
      ).toBeVisible()
    })
  })

  test('Get More Licenses is a button where there is an address for it', async ({
    page,
    seller,
  }) => {
    const button = page.getByRole('link', { name: 'Get More Licenses' })
    await page.goto('/customer/product-licenses')
    await expect(button).toHaveCount(0)
    await seller.saveSettings({ getMoreLicensesUrl: 'https://shop.example.com/pricing' })
    await page.reload()
    await expect(button).toHaveAttribute('href', 'https://shop.example.com/pricing')
  })
})
