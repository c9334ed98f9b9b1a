import { type APIRequestContext, expect, type Page, test } from '@playwright/test'

import { demo } from '../support/demo'
import { live } from './admin/support'

/**
 * The whole path, as a seller and their customer walk it: a licence is issued, software activates it, the customer sees it and
 * frees a slot.
 */
test('an admin issues a licence, software activates it, the customer frees a slot', async ({
  browser,
  request,
}) => {
  test.slow()
  const stamp = Date.now().toString(36)
  const buyer = {
    clientId: `SLICE-${stamp}`,
    email: `slice-${stamp}@example.com`,
    name: 'Sam Slice',
    password: `correct horse ${stamp} battery`,
  }
  const admin = await (await browser.newContext()).newPage()
  await logInToAdmin(admin)
  await createCustomer(admin, buyer)
  const code = await createLicense(admin, buyer.clientId)

  await test.step('software activates it on two domains and is refused on a third', async () => {
    expect((await activate(request, code, 'https://one.example.com')).is_active).toBe(true)
    expect((await activate(request, code, 'https://www.two.example.com/app')).is_active).toBe(true)
    const refused = await activate(request, code, 'three.example.com')
    expect(refused).toMatchObject({
      code: 'limit_reached',
      is_active: false,
      message: 'Maximum activations reached.',
    })
  })

  const portal = await (await browser.newContext()).newPage()
  await test.step('the customer sees 2 of 2 used and deactivates one', async () => {
    await logInToPortal(portal, buyer)
    await portal.goto('/customer/product-licenses')
    await expect(portal.getByText('2 of 2 used')).toBeVisible()
    await portal.goto('/customer/product-activations')
    const row = portal.getByRole('row').filter({ hasText: 'one.example.com' })
    await row.getByRole('button', { name: /Deactivate/ }).click()
    await portal.getByRole('alertdialog').getByRole('button', { name: 'Deactivate' }).click()
    await expect(row.getByText('Deactivated', { exact: true })).toBeVisible()
  })

  await test.step('the third activation succeeds', async () => {
    expect((await activate(request, code, 'three.example.com')).is_active).toBe(true)
  })

  await test.step('the admin switches the pages off and the customer gets a 404', async () => {
    try {
      await switchLicensesPageOff(admin)
      const response = await portal.goto('/customer/product-licenses')
      expect(response?.status()).toBe(404)
      await portal.goto('/customer/dashboard')
      await expect(portal.getByRole('link', { name: 'Licenses', exact: true })).toHaveCount(0)
    } finally {
      await switchLicensesPageOn(admin)
    }
    expect((await portal.goto('/customer/product-licenses'))?.status()).toBe(200)
  })
})

type Verdict = { code?: string; is_active: boolean; message: string }

async function activate(request: APIRequestContext, code: string, url: string): Promise<Verdict> {
  const response = await request.post('/api/external/license/activate', {
    data: { license_code: code, product_id: 'LEDGERLINE' },
    headers: { 'X-API-KEY': demo().apiKeys.external, 'X-API-URL': url },
  })
  expect(response.status()).toBe(200)
  return (await response.json()) as Verdict
}

async function logInToAdmin(page: Page): Promise<void> {
  await page.goto('/admin')
  await (await live(page.locator('#field-email'))).fill(demo().admin.email)
  await page.locator('#field-password').fill(demo().admin.password)
  await page.locator('button[type=submit]').click()
  await expect(page.getByRole('heading', { name: 'License Manager' })).toBeVisible()
}

async function createCustomer(
  page: Page,
  buyer: { clientId: string; email: string; name: string; password: string },
): Promise<void> {
  await page.goto('/admin/collections/customers/create')
  await (await live(page.locator('#field-email'))).fill(buyer.email)
  await page.locator('#field-password').fill(buyer.password)
  await page.locator('#field-confirm-password').fill(buyer.password)
  await page.locator('#field-name').fill(buyer.name)
  await page.locator('#field-clientId').fill(buyer.clientId)
  await save(page, /\/customers\/[\da-f-]{36}$/)
  await (await live(page.getByRole('button', { exact: true, name: 'Confirm e-mail' }))).click()
  await expect(page.getByRole('list', { name: 'State of the account' })).toContainText(
    'E-mail confirmed',
  )
}

async function createLicense(page: Page, clientId: string): Promise<string> {
  await page.goto('/admin/collections/licenses/create')
  await live(page.locator('#field-customerId'))
  await page.locator('#field-product').click()
  await page.getByText('Ledgerline Invoicing', { exact: true }).click()
  await page.locator('#field-customerId').fill(clientId)
  await page.locator('#field-parallelUses').fill('2')
  await save(page, /\/licenses\/[\da-f-]{36}$/)
  const code = page.locator('#field-code')
  await expect(code).toHaveValue(/^(?:[\dA-Z]{7}-){3}[\dA-Z]{7}$/)
  return code.inputValue()
}

async function save(page: Page, address: RegExp): Promise<void> {
  await page.locator('#action-save').click()
  await page.waitForURL(address)
}

async function switchLicensesPageOff(page: Page): Promise<void> {
  await page.goto('/admin/globals/settings')
  // Payload opens the tab that this administrator looked at last, which may have been in another test.
  await (await live(page.getByRole('button', { exact: true, name: 'General' }))).click()
  await (await live(page.locator('#field-enableLicensesPage'))).uncheck()
  const saved = page.waitForResponse(
    (response) =>
      response.url().includes('/api/globals/settings') && response.request().method() === 'POST',
  )
  await page.locator('#action-save').click()
  expect((await saved).status()).toBe(200)
}

/** By a request, so that the page is on for the tests that follow whatever became of this one's browser. */
async function switchLicensesPageOn(page: Page): Promise<void> {
  const response = await page.request.post('/api/globals/settings', {
    data: { enableLicensesPage: true },
    headers: { Origin: new URL(page.url()).origin },
  })
  expect(response.status()).toBe(200)
}

async function logInToPortal(
  page: Page,
  buyer: { email: string; password: string },
): Promise<void> {
  await page.goto('/customer')
  await page.getByLabel('E-mail address').fill(buyer.email)
  await page.getByLabel('Password', { exact: true }).fill(buyer.password)
  await page.getByRole('button', { name: 'Log in' }).click()
  await page.waitForURL('**/customer/dashboard')
}
