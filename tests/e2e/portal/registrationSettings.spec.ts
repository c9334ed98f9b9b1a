import { expect } from '@playwright/test'

import { test, untilInteractive } from './support'

/** Registration as the settings switch it. They hold for everybody, so that these tests run alone. */
const password = 'umbrella turnip cathedral 42'

test.describe('registration', () => {
  test.describe.configure({ mode: 'serial' })

  test.afterEach(async ({ seller }) =>
    seller.saveSettings({ allowRegistration: true, requireEmailVerification: true }),
  )

  test('switched off: the page is not found, the login offers none, the API refuses', async ({
    page,
    seller,
  }) => {
    await seller.saveSettings({ allowRegistration: false })
    expect((await page.goto('/customer/register'))?.status()).toBe(404)
    await page.goto('/customer/login')
    await expect(page.getByRole('link', { name: 'Create an account' })).toHaveCount(0)
    const answer = await page.request.post('/api/customers/register', {
      data: { email: 'late@example.com', name: 'Late', password },
      headers: { Origin: new URL(page.url()).origin },
    })
    expect(answer.status()).toBe(404)
  })

  test('without confirmation: signed in at once, and told what an unconfirmed address means', async ({
    page,
    seller,
  }) => {
    await seller.saveSettings({ requireEmailVerification: false })
    const email = `quick-${Date.now()}@example.com`
    await seller.createLicense({ email })
    await page.goto('/customer/register')
    await untilInteractive(page)
    await page.getByLabel('Name').fill('Quincy Quick')
    await page.getByLabel('E-mail address').fill(email)
    await page.getByLabel('Password', { exact: true }).fill(password)
    await page.getByRole('button', { name: 'Create account' }).click()
    await expect(page).toHaveURL(/\/customer\/dashboard$/)
    await page.goto('/customer/product-licenses')
    await expect(page.getByText('No licenses yet')).toBeVisible()
    await page.goto('/customer/settings/email')
    await expect(page.getByText(/not confirmed/i).first()).toBeVisible()
  })
})
