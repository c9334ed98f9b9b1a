import { expect, type Page } from '@playwright/test'

import { expectAccessible, looks, show } from '../portal/axe'
import { untilInteractive } from '../portal/support'
import { test } from './support'

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Search' })
const field = (page: Page) => dialog(page).getByRole('combobox')
const option = (page: Page, name: RegExp | string) => dialog(page).getByRole('option', { name })

async function openSearch(page: Page): Promise<void> {
  await page.goto('/admin/collections/products')
  await untilInteractive(page)
  await page.keyboard.press('Control+k')
  await expect(field(page)).toBeFocused()
}

test('a customer, a licence, an invoice and a domain are found from anywhere', async ({
  admin: page,
  seller,
}) => {
  const mark = `z${Date.now().toString(36)}`
  const customer = await seller.createCustomer(`Quentin ${mark}`)
  const license = await seller.createLicense({
    customerId: customer.clientId,
    invoice: `INV-${mark}`,
  })
  await seller.activate(license.code, `https://${mark}.example.com`)
  await openSearch(page)
  await field(page).fill(mark)
  await expect(option(page, new RegExp(`Quentin ${mark}`))).toBeVisible()
  await expect(option(page, new RegExp(`Invoice INV-${mark}`))).toBeVisible()
  await expect(option(page, new RegExp(`${mark}.example.com`))).toBeVisible()
  await expect(dialog(page).getByRole('status')).toHaveText('3 results')
  for (const name of ['Customers', 'Licenses', 'Activations']) {
    await expect(dialog(page).getByRole('group', { name })).toBeVisible()
  }
  await field(page).fill(license.code)
  await option(page, new RegExp(license.code)).first().click()
  await expect(page).toHaveURL(new RegExp(`/admin/collections/licenses/${license.id}`))
  await expect(dialog(page)).toBeHidden()
})

test('it works by keyboard alone: arrows, Enter, Escape, and focus goes back', async ({
  admin: page,
  seller,
}) => {
  const mark = `k${Date.now().toString(36)}`
  const license = await seller.createLicense({ invoice: `${mark}-1` })
  await seller.createLicense({ invoice: `${mark}-2` })
  await page.goto('/admin/collections/products')
  await untilInteractive(page)
  const button = page.getByRole('button', { exact: true, name: 'Search' })
  await button.focus()
  await page.keyboard.press('Enter')
  await expect(field(page)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toBeHidden()
  await expect(button).toBeFocused()

  await page.keyboard.press('Enter')
  await page.keyboard.type(mark)
  await expect(dialog(page).getByRole('option')).toHaveCount(2)
  const options = dialog(page).getByRole('option')
  await expect(options.nth(0)).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('ArrowDown')
  await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true')
  await expect(field(page)).toHaveAttribute(
    'aria-activedescendant',
    (await options.nth(1).getAttribute('id')) ?? 'none',
  )
  await page.keyboard.press('ArrowDown')
  await expect(options.nth(0)).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('ArrowUp')
  await expect(options.nth(1)).toContainText(`${mark}-1`)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`/admin/collections/licenses/${license.id}`))
})

test('what is common leads to its list, what is not there is said, and a failure can be tried again', async ({
  admin: page,
}) => {
  await openSearch(page)
  await expect(dialog(page).getByRole('status')).toContainText('two characters are enough')
  await field(page).fill('example')
  await option(page, 'Show all customers with “example”').click()
  await expect(page).toHaveURL(/\/admin\/collections\/customers\?search=example/)

  await openSearch(page)
  await field(page).fill('nobody knows this')
  await expect(dialog(page).getByRole('status')).toHaveText(
    'Nothing found for “nobody knows this”.',
  )
  await page.route(/\/api\/admin-search/, (route) => route.fulfill({ body: '{}', status: 500 }))
  await field(page).fill('anything')
  await expect(dialog(page).getByText('The search did not work.')).toBeVisible()
  await page.unroute(/\/api\/admin-search/)
  await dialog(page).getByRole('button', { name: 'Try again' }).click()
  await expect(dialog(page).getByRole('status')).toHaveText('Nothing found for “anything”.')
})

test('only the last of what is typed is asked, and no older answer is shown', async ({
  admin: page,
}) => {
  await openSearch(page)
  const asked: string[] = []
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (url.pathname === '/api/admin-search') asked.push(url.searchParams.get('q') ?? '')
  })
  await page.route(/\/api\/admin-search\?q=exa$/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500))
    await route.continue().catch(() => undefined)
  })
  await field(page).pressSequentially('exa', { delay: 20 })
  await expect.poll(() => asked).toEqual(['exa'])
  await field(page).fill('no such thing')
  await expect(dialog(page).getByRole('status')).toHaveText('Nothing found for “no such thing”.')
  await page.waitForTimeout(2000)
  await expect(dialog(page).getByRole('status')).toHaveText('Nothing found for “no such thing”.')
  expect(asked).toEqual(['exa', 'no such thing'])
})

test('it has no place on the login page and answers no stranger', async ({ page }) => {
  await page.goto('/admin/login')
  await untilInteractive(page)
  await expect(page.getByRole('button', { exact: true, name: 'Search' })).toHaveCount(0)
  expect((await page.request.get('/api/admin-search?q=example')).status()).toBe(403)
})

for (const look of looks) {
  test(`axe finds no fault in it, ${look.colorScheme}, ${look.width} px`, async ({
    admin: page,
  }) => {
    await show(page, look)
    await openSearch(page)
    await expectAccessible(page, 'dialog.admin-search')
    await field(page).fill('example')
    await expect(dialog(page).getByRole('option').first()).toBeVisible()
    await expectAccessible(page, 'dialog.admin-search')
    if (look.width === 390) expect((await dialog(page).boundingBox())?.width).toBe(390)
  })
}
