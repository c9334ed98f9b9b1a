import { expect, type Page } from '@playwright/test'

import { demo } from '../../support/demo'
import { test, untilInteractive } from './support'

test('a code is hidden until it is asked for, and can be copied without being shown', async ({
  logIn,
  page,
  seller,
}) => {
  const customer = await seller.createCustomer()
  const { code } = await seller.createLicense({ customerId: customer.clientId, parallelUses: 3 })
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await logIn(customer)
  await page.goto('/customer/product-licenses')
  await untilInteractive(page)

  await expect(page.getByText(code)).toHaveCount(0)
  await expect(page.getByText(`License code ending in ${code.slice(-4)}, hidden`)).toBeAttached()
  await page.getByRole('button', { name: /^Copy license code/ }).click()
  await expect(page.getByText('License code copied')).toBeAttached()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(code)

  const show = page.getByRole('button', { name: /^Show license code/ })
  await show.click()
  await expect(page.getByText(code)).toBeVisible()
  await expect(show).toHaveAttribute('aria-pressed', 'true')
  await show.click()
  await expect(page.getByText(code)).toHaveCount(0)
  await expect(page.getByText('0 of 3 used')).toBeVisible()
  await expect(page.getByText('3 left')).toBeVisible()
})

test('on plain http, where browsers give pages no clipboard, a code is copied all the same', async ({
  logIn,
  page,
  seller,
}) => {
  const customer = await seller.createCustomer()
  const { code } = await seller.createLicense({ customerId: customer.clientId })
  await page.addInitScript(() =>
    Object.defineProperty(navigator, 'clipboard', { value: undefined }),
  )
  await logIn(customer)
  await page.goto('/customer/product-licenses')
  await untilInteractive(page)

  const copy = page.getByRole('button', { name: /^Copy license code/ })
  await copy.click()
  await expect(page.getByText('License code copied')).toBeAttached()
  await expect(copy).toBeFocused()
  const search = page.getByRole('searchbox')
  await search.press('Control+V')
  await expect(search).toHaveValue(code)
})

test('a licence has a page with its dates, conditions and activations', async ({
  logIn,
  page,
  seller,
}) => {
  const customer = await seller.createCustomer()
  const { code } = await seller.createLicense({
    customerId: customer.clientId,
    domains: ['*.example.com'],
    expiresAt: '2099-01-31',
    invoice: 'INV-77',
    supportUntil: '2098-06-30',
    type: 'subscription',
    updatesUntil: '2098-12-31',
  })
  await seller.activate(code, 'https://www.shop.example.com/app', 'Tidepool/2.1.0 (Linux)')
  await logIn(customer)
  await page.goto('/customer/product-licenses')
  await page.getByRole('link', { name: 'Ledgerline Invoicing' }).click()

  await expect(page.getByRole('heading', { level: 1 })).toContainText('Ledgerline Invoicing')
  for (const text of ['Jan 31, 2099', 'Dec 31, 2098', 'Jun 30, 2098', 'Subscription', 'INV-77']) {
    await expect(page.getByText(text, { exact: true })).toBeVisible()
  }
  await expect(page.getByText('*.example.com', { exact: true })).toBeVisible()
  const row = page.getByRole('row').filter({ hasText: 'shop.example.com' })
  await expect(row).toContainText('Tidepool 2.1.0 on Linux')
  await expect(row).toContainText('Active')
})

test('the list is searched, filtered, ordered and paged by its address', async ({
  logIn,
  page,
  seller,
}) => {
  const customer = await seller.createCustomer()
  const issue = (data: object) => seller.createLicense({ customerId: customer.clientId, ...data })
  await Promise.all(Array.from({ length: 19 }, () => issue({ expiresAt: '2098-01-01' })))
  await issue({ code: `NEEDLE-${customer.clientId}`, expiresAt: '2097-01-01' })
  await issue({ expiresAt: '2020-01-01' })
  await issue({ isValid: false })
  await logIn(customer)

  await page.goto('/customer/product-licenses')
  await expect(page.getByText('1–20 of 22')).toBeVisible()
  await page.getByRole('link', { name: 'Next page' }).click()
  await expect(page).toHaveURL(/\?page=2$/)
  await expect(page.getByText('21–22 of 22')).toBeVisible()

  await page.getByRole('link', { name: 'Expired', exact: true }).click()
  await expect(page.getByText('1–1 of 1')).toBeVisible()
  await expect(page.getByRole('row').last()).toContainText('Jan 1, 2020')
  await page.getByRole('link', { name: 'Blocked', exact: true }).click()
  await expect(page.getByRole('row').last()).toContainText('Blocked')

  await page.goto('/customer/product-licenses?show=active')
  await page.getByRole('link', { name: 'Expires', exact: true }).click()
  await expect(page).toHaveURL(/sort=expires/)
  await expect(page.getByRole('columnheader', { name: 'Expires' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  )
  await expect(page.getByRole('row').nth(1)).toContainText('Jan 1, 2097')

  await page.getByRole('searchbox').fill('needle')
  await page.getByRole('searchbox').press('Enter')
  await expect(page).toHaveURL(/q=needle&show=active&sort=expires|q=needle/)
  await expect(page.getByText('1–1 of 1')).toBeVisible()
  await expect(page.getByRole('searchbox')).toBeFocused()

  await page.getByRole('searchbox').fill('no such thing')
  await page.getByRole('searchbox').press('Enter')
  await page.getByRole('link', { name: 'Show all' }).click()
  await expect(page.getByText('1–20 of 22')).toBeVisible()
  await page.goto('/customer/product-licenses?page=99')
  await expect(page).toHaveURL(/\?page=2$/)
})

test('the list is ordered by the names of products that customers may not read', async ({
  logIn,
  page,
}) => {
  await logIn(demo().customer)
  await page.goto('/customer/product-licenses?sort=product')
  const names = await productNames(page)
  expect(names).toEqual([...names].sort())
  expect(new Set(names).size).toBeGreaterThan(1)
  await page.goto('/customer/product-licenses?sort=product-down')
  expect(await productNames(page)).toEqual(names.reverse())
})

test("another customer's licence and ids that are none are not found", async ({
  logIn,
  page,
  seller,
}) => {
  const other = await seller.createCustomer()
  const license = await seller.createLicense({ customerId: other.clientId })
  await logIn(await seller.createCustomer())
  for (const id of [license.id, '00000000-0000-0000-0000-000000000000', 'x', '1', "'"]) {
    const response = await page.goto(`/customer/product-licenses/${id}`)
    expect(response?.status(), id).toBe(404)
    await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible()
  }
  const strange = '?page=-1&page=x&sort=comments&show=__proto__&q=%00%25%27%22%5C&license=1'
  for (const path of ['product-licenses', 'product-activations']) {
    expect((await page.goto(`/customer/${path}${strange}`))?.status()).toBe(200)
  }
})

function productNames(page: Page): Promise<string[]> {
  return page.getByRole('rowgroup').last().getByRole('row').getByRole('link').allInnerTexts()
}
