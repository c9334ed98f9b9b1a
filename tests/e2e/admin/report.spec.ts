import { readFile } from 'node:fs/promises'

import { expect, type Page } from '@playwright/test'

import { expectAccessible, looks, show } from '../portal/axe'
import { test } from './support'

/** The demo's customers are ranked when the server starts; until then the report says so. */
async function openReport(page: Page, query = ''): Promise<void> {
  await expect(async () => {
    await page.goto(`/admin/reports/top-customers${query}`)
    await expect(page.getByRole('table')).toBeVisible({ timeout: 2000 })
  }).toPass({ timeout: 60_000 })
}

const places = (page: Page) => page.locator('tbody td.report__place').allTextContents()

test('the report is reached from the navigation and ranks customers by licences', async ({
  admin: page,
}) => {
  await openReport(page)
  await page.goto('/admin')
  // Whether the menu is open, Payload remembers from the last visit.
  await expect(async () => {
    const opener = page.getByRole('button', { name: 'Open Menu' }).first()
    if (await opener.isVisible()) await opener.click()
    await page.locator('#nav-top-customers').click({ timeout: 3000 })
  }).toPass({ timeout: 60_000 })
  await expect(page.getByRole('heading', { level: 1, name: 'Top customers' })).toBeVisible()
  await expect(page.locator('.nav-group', { has: page.locator('#nav-licenses') })).toContainText(
    'Top customers',
  )
  await expect(page.getByText(/Counted \d+ (minute|hour)s? ago/)).toBeVisible()
  await expect(page.getByRole('row')).toHaveCount(26)
  const numbers = (await places(page)).map(Number)
  expect(numbers[0]).toBe(1)
  expect(numbers).toEqual([...numbers].sort((a, b) => a - b))
  await page.getByRole('row').nth(1).getByRole('link').click()
  await expect(page).toHaveURL(/\/admin\/collections\/customers\/[\da-f-]{36}/)
})

test('what is shown stands in the address: metric, period, product and page', async ({
  admin: page,
}) => {
  await openReport(page)
  const rankBy = page.getByRole('navigation', { name: 'Rank by' })
  await rankBy.getByRole('link', { name: 'Activations' }).click()
  await expect(page).toHaveURL(/metric=activations/)
  await expect(rankBy.getByRole('link', { name: 'Activations' })).toHaveAttribute(
    'aria-current',
    'true',
  )
  await expect(page.getByRole('columnheader', { name: 'Activations' })).toHaveAttribute(
    'aria-sort',
    'descending',
  )
  await page
    .getByRole('navigation', { name: 'Period' })
    .getByRole('link', { name: '365 days' })
    .click()
  await expect(page).toHaveURL(/metric=activations&period=365/)
  await page.getByRole('combobox', { name: 'Product' }).selectOption('Ledgerline Invoicing')
  await page.getByRole('button', { exact: true, name: 'Show' }).click()
  await expect(page).toHaveURL(/product=[\da-f-]{36}/)
  await expect(rankBy.getByRole('link', { name: 'Products' })).toHaveCount(0)
  await expect(page.getByRole('combobox', { name: 'Product' })).toHaveValue(/[\da-f-]{36}/)
  await page.reload()
  await expect(page.getByRole('columnheader', { name: 'Activations' })).toBeVisible()
})

test('pages follow each other, and one behind the last is the last', async ({ admin: page }) => {
  await openReport(page)
  const first = await page.locator('tbody a').allTextContents()
  await page.getByRole('link', { name: 'Next page' }).click()
  await expect(page).toHaveURL(/page=2/)
  await expect(page.getByText(/^26 to \d+ of \d+$/)).toBeVisible()
  expect(await page.locator('tbody a').allTextContents()).not.toEqual(first)
  await openReport(page, '?page=999')
  await expect(page.getByText(/^26 to \d+ of \d+$/)).toBeVisible()
  await page.getByRole('link', { name: 'Previous page' }).click()
  await expect(page.getByText(/^1 to 25 of \d+$/)).toBeVisible()
})

test('what nobody has is said, with the way back', async ({ admin: page, seller }) => {
  await seller.createCustomer()
  await openReport(page)
  const name = `Unsold ${Date.now()}`
  const created = await page.request.post('/api/products', {
    data: { name },
    headers: { Origin: new URL(page.url()).origin },
  })
  expect(created.status()).toBe(201)
  await page.reload()
  await page.getByRole('combobox', { name: 'Product' }).selectOption(name)
  await page.getByRole('button', { exact: true, name: 'Show' }).click()
  await expect(page.getByText('No customer has any of these.')).toBeVisible()
  await page.getByRole('link', { name: 'Show all' }).click()
  await expect(page.getByRole('table')).toBeVisible()
})

test('the list is downloaded as CSV, as it is filtered', async ({ admin: page }) => {
  await openReport(page, '?metric=activations')
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download CSV' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toMatch(/^top-customers-activations-all-[\d-]+\.csv$/)
  const lines = (await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n')
  expect(lines[0]).toBe('\uFEFFplace,name,email,clientId,licenses,products,activations')
  const [name = ''] = await page.locator('tbody a').allTextContents()
  expect(lines[1]).toContain(name)
})

test('strangers are sent to the login, which brings them back', async ({ baseURL, page }) => {
  await page.goto('/admin/reports/top-customers?period=30')
  await expect(page).toHaveURL(/\/admin\/login\?redirect=/)
  expect(new URL(page.url()).searchParams.get('redirect')).toBe(
    '/admin/reports/top-customers?period=30',
  )
  await expect(page.getByText('Top customers')).toHaveCount(0)
  const answer = await page.request.get(`${baseURL}/api/reports/top-customers`)
  expect(answer.status()).toBe(403)
})

test('customers of the portal are strangers here', async ({ logIn, page, seller }) => {
  await logIn(await seller.createCustomer())
  await page.goto('/admin/reports/top-customers')
  await expect(page).toHaveURL(/\/admin\/(login|unauthorized)/)
  expect((await page.request.get('/api/reports/top-customers')).status()).toBe(403)
})

test('in German', async ({ adminCookies, baseURL, browser }) => {
  const context = await browser.newContext({ baseURL, locale: 'de-DE' })
  await context.addCookies(adminCookies)
  const page = await context.newPage()
  for (const [path, title] of [
    ['/admin/reports/top-customers', 'Top-Kunden · License Manager'],
    ['/admin/imports', 'Importe · License Manager'],
  ] as const) {
    await page.goto(path)
    await expect(page).toHaveTitle(title)
  }
  await context.close()
})

for (const look of looks) {
  test(`axe finds no fault in it and it fits, ${look.colorScheme}, ${look.width} px`, async ({
    admin: page,
  }) => {
    await show(page, look)
    await openReport(page)
    await expectAccessible(page, '.report')
    if (look.width > 390) return
    await expect(page.getByText(/\d+ products? · \d+ activations?/).first()).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  })
}
