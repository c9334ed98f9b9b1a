import { randomUUID } from 'node:crypto'

import { expect, type Locator, type Page } from '@playwright/test'

import { demo } from '../../support/demo'
import { expectAccessible, looks, show } from '../portal/axe'
import { test } from './support'

const dashboard = '/admin'

const widgetOf = (page: Page, name: string): Locator =>
  page.getByRole('region', { exact: true, name })

/** A figure of a widget, by its label. */
async function figure(page: Page, name: string, label: string): Promise<number> {
  const link = widgetOf(page, name).getByRole('link', { name: label })
  const text = await link.locator('strong').innerText()
  return Number(text.replace(/\D/g, ''))
}

async function countOf(page: Page, list: string): Promise<number> {
  const response = await page.request.get(`/api/${list}`, {
    headers: { Origin: new URL(page.url()).origin },
  })
  return ((await response.json()) as { totalDocs: number }).totalDocs
}

test('figures are there from the start, follow what happens and lead to the list of what they count', async ({
  admin: page,
  seller,
}) => {
  await page.goto(dashboard)
  await test.step('the worker counted by itself', async () => {
    const widget = widgetOf(page, 'Customers')
    await expect(async () => {
      await page.reload()
      await expect(widget.getByText(/^As of .* UTC$/)).toBeVisible({ timeout: 2000 })
    }).toPass({ timeout: 30_000 })
    expect(await figure(page, 'Customers', 'All customers')).toBeGreaterThanOrEqual(40)
  })

  const customer = await seller.createCustomer('Dora Dashboard')
  const license = await seller.createLicense({ customerId: customer.clientId })
  await seller.activate(license.code, 'https://dashboard.example.com')
  await seller.createLicense({ isValid: false })
  await page.request.post('/api/external/license/check', {
    data: { license_code: `NONE-${randomUUID()}` },
    headers: { 'X-API-KEY': demo().apiKeys.external, 'X-API-URL': 'https://dashboard.example.com' },
  })

  await test.step('counted again they say what is there', async () => {
    // Other tests add to it at the same time.
    await expect(async () => {
      await widgetOf(page, 'Customers').getByRole('button', { name: 'Count again' }).click()
      await expect(page.getByText('Everything was counted again.').first()).toBeVisible()
      await page.waitForLoadState('networkidle')
      const shown = [
        await figure(page, 'Customers', 'All customers'),
        await figure(page, 'New customers', 'Last 7 days'),
        await figure(page, 'Licenses by status', 'Blocked'),
      ]
      const since = new Date(Date.now() - 7 * 24 * 60 * 60 * 1000).toISOString()
      expect(shown).toEqual([
        await countOf(page, 'customers/count'),
        await countOf(page, `customers/count?where[createdAt][greater_than_equal]=${since}`),
        await countOf(page, 'licenses/count?where[isValid][equals]=false'),
      ])
    }).toPass({ timeout: 60_000 })
  })

  await test.step('the count of blocked licences leads to them', async () => {
    await widgetOf(page, 'Licenses by status').getByRole('link', { name: 'Blocked' }).click()
    await page.waitForURL('**/collections/licenses?**')
    await expect(page.locator('tbody tr').first()).toBeVisible()
    const states = await page.locator('td.cell-status').allInnerTexts()
    expect(new Set(states)).toEqual(new Set(['Blocked']))
  })
})

test('an administrator arranges the dashboard, and finds it so again', async ({
  baseURL,
  browser,
}) => {
  const context = await browser.newContext({ baseURL })
  const page = await context.newPage()
  await logInAsNew(page, baseURL ?? '')
  await page.goto(dashboard)
  const growth = widgetOf(page, 'Customer growth')
  await expect(growth).toBeVisible()

  await test.step('a widget goes, another is by month, a third is wider', async () => {
    await chooseInMenu(page, 'Edit Dashboard')
    const removed = page.locator('.widget[data-slug^="customers-new"]')
    await removed.hover()
    await removed.locator('.widget-wrapper__delete-btn').click()
    const edited = page.locator('.widget[data-slug^="customers-growth"]')
    await edited.hover()
    await edited.locator('.widget-wrapper__edit-btn').click()
    const drawer = page.getByRole('dialog')
    await expect(drawer.getByText('One point for each')).toBeVisible()
    await drawer.locator('#field-interval .rs__control').click()
    await drawer.getByText('Month', { exact: true }).click()
    await drawer.getByRole('button', { name: 'Save Changes' }).click()
    await expect(drawer).toBeHidden()
    const resized = page.locator('.widget[data-slug^="licenses-by-status"]')
    await resized.hover()
    await resized.locator('.widget-wrapper__size-btn').click()
    await page.getByRole('button', { name: /^large/ }).click()
    await page.locator('.dashboard-breadcrumb-dropdown__actions').getByText('Save Changes').click()
    await expect(page.locator('.dashboard-breadcrumb-dropdown__actions')).toHaveCount(0)
  })

  await test.step('so it is after a new visit', async () => {
    await expect(async () => {
      await page.goto(dashboard)
      await expect(widgetOf(page, 'New customers')).toHaveCount(0)
      await expect(growth).toContainText('in the last 12 months')
    }).toPass()
    await growth.getByText('Show as a table').click()
    await expect(growth.getByRole('row')).toHaveCount(13)
    await expect(page.locator('.widget[data-slug^="licenses-by-status"]')).toHaveAttribute(
      'data-width',
      'large',
    )
    await expect(page.getByRole('heading', { name: 'License Manager' })).toBeVisible()
  })

  await test.step('and as it was, when reset', async () => {
    await chooseInMenu(page, 'Reset Layout')
    await expect(widgetOf(page, 'New customers')).toBeVisible()
    await page.reload()
    await expect(widgetOf(page, 'New customers')).toBeVisible()
    await expect(growth).toContainText('in the last 26 weeks')
  })
  await context.close()
})

test('a customer sees nothing of it', async ({ logIn, page, seller }) => {
  await logIn(await seller.createCustomer('Nina Nothing'))
  await page.goto(dashboard)
  await expect(page.locator('#field-email')).toBeVisible()
  await expect(page.locator('.lm-widget')).toHaveCount(0)
})

for (const look of looks) {
  test(`the widgets have no faults that axe finds and fit the screen, ${look.colorScheme}, ${look.width} px`, async ({
    admin: page,
  }) => {
    await show(page, look)
    await page.goto(dashboard)
    await expect(page.locator('.lm-widget')).toHaveCount(8)
    for (const table of await page.getByText('Show as a table').all()) await table.click()
    await expectAccessible(page, '.modular-dashboard')
    const overflow = await page.evaluate(() => {
      const { clientWidth, scrollWidth } = document.documentElement
      const cards = [...document.querySelectorAll('.lm-widget')]
      return [
        scrollWidth - clientWidth,
        ...cards.map((card) => card.scrollWidth - card.clientWidth),
      ]
    })
    expect(Math.max(...overflow)).toBe(0)
  })
}

test('in German', async ({ browser, baseURL }) => {
  const page = await browser.newPage({ baseURL, locale: 'de-DE' })
  await logIn(page, baseURL ?? '', demo().admin)
  await page.goto(dashboard)
  await expect(widgetOf(page, 'Lizenzen nach Status').getByText('Gesperrt')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Neu zählen' }).first()).toBeVisible()
  await page.close()
})

type Login = { email: string; password: string }

async function logIn(page: Page, origin: string, data: Login): Promise<void> {
  const response = await page.request.post('/api/users/login', {
    data,
    headers: { Origin: origin },
  })
  expect(response.status()).toBe(200)
}

/** Somebody whose dashboard is nobody else's. */
async function logInAsNew(page: Page, origin: string): Promise<void> {
  const data = { email: `${randomUUID()}@example.com`, password: `correct horse ${randomUUID()}` }
  await logIn(page, origin, demo().admin)
  const made = await page.request.post('/api/users', { data, headers: { Origin: origin } })
  expect(made.status()).toBe(201)
  await logIn(page, origin, data)
}

async function chooseInMenu(page: Page, item: string): Promise<void> {
  await page.locator('.dashboard-breadcrumb-select .rs__control').click()
  await page.locator('.dashboard-breadcrumb-select').getByText(item, { exact: true }).click()
}
