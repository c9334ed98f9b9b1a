import { readFile } from 'node:fs/promises'

import { expect } from '@playwright/test'

import { demo } from '../../support/demo'
import { expectAccessible, looks, show } from '../portal/axe'
import { confirm, customerId, live, openList, test } from './support'

const list = '/admin/collections/customers'

test('the list shows customers at a glance; filters, actions for many and export work on what it shows', async ({
  admin: page,
  seller,
}) => {
  const name = `Bulk ${Date.now()}`
  const customers = [await seller.createCustomer(name), await seller.createCustomer(name)]
  await seller.createLicense({ customerId: customers[0]?.clientId })
  await openList(page, list, name, 2)
  await expect(page.getByText(customers[0]?.clientId ?? '').first()).toBeVisible()

  await test.step('a filter is one click away and says so', async () => {
    const filters = page.getByRole('group', { name: 'Filters' })
    await filters.getByRole('button', { name: 'Disabled' }).click()
    await expect(filters.getByRole('button', { name: 'Disabled' })).toHaveAttribute(
      'aria-pressed',
      'true',
    )
    await expect(page.locator('tbody tr')).toHaveCount(0)
    await filters.getByRole('button', { exact: true, name: 'All' }).click()
    await expect(page.locator('tbody tr')).toHaveCount(2)
    await filters.getByLabel('Signs in with').selectOption('GitHub')
    await expect(page.locator('tbody tr')).toHaveCount(0)
    await filters.getByLabel('Signs in with').selectOption('Any')
    await expect(page.locator('tbody tr')).toHaveCount(2)
  })

  await test.step('a client ID is copied, on plain http as well', async () => {
    await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
    const clientId = customers[0]?.clientId ?? ''
    await page.getByRole('button', { exact: true, name: `Copy ${clientId}` }).click()
    await expect(page.getByText('Copied.')).toBeVisible()
    const search = page.locator('.search-filter__input')
    await search.fill('')
    await search.press('Control+V')
    await expect(search).toHaveValue(clientId)
    await search.fill(name)
    await expect(page.locator('tbody tr')).toHaveCount(2)
  })

  await test.step('the list as it is filtered can be had as a file', async () => {
    await page.locator('.list-controls').getByRole('button').last().click()
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Export as CSV' }).click()
    const file = await download
    expect(file.suggestedFilename()).toMatch(/^customers-.*\.csv$/)
    const text = await readFile(await file.path(), 'utf8')
    expect(text.trim().split('\r\n')).toHaveLength(3)
  })

  await test.step('ticked ones are disabled after a question', async () => {
    await page.getByRole('checkbox').first().check()
    await page.getByRole('button', { exact: true, name: 'Disable' }).click()
    await expect(page.getByText('2 customers are logged out everywhere')).toBeVisible()
    await confirm(page, 'Disable')
    await expect(page.getByText('2 done').last()).toBeVisible()
    await expect(page.locator('tbody').getByText('Disabled')).toHaveCount(2)
  })

  await test.step('ticked ones are deleted, once it is said that a licence stays', async () => {
    await page.getByRole('checkbox').first().check()
    await page.getByRole('button', { exact: true, name: 'Delete' }).click()
    await expect(page.getByText('2 customers are deleted')).toBeVisible()
    await expect(page.getByText('1 license stays')).toBeVisible()
    await confirm(page, 'Delete')
    await expect(page.getByText('2 done').last()).toBeVisible()
    await expect(page.locator('tbody tr')).toHaveCount(0)
  })
})

test('the clean-up shows what it would delete before it does', async ({ admin: page }) => {
  await page.goto(list)
  await (await live(page.locator('summary', { hasText: 'Clean up inactive accounts' }))).click()
  const form = page.locator('details form')
  await form.locator('input[type=date]').fill('2001-01-01')
  await form.getByRole('button', { name: 'Show what would be deleted' }).click()
  await expect(page.getByText('No account is that inactive.')).toBeVisible()
})

test("a customer's page has tabs for all that is known, and says what stays when it is deleted", async ({
  admin: page,
  logIn,
  seller,
}) => {
  const customer = await seller.createCustomer('Tabea Tabs')
  const license = await seller.createLicense({ customerId: customer.clientId })
  await seller.activate(license.code, 'https://tabs.example.com')
  await logIn(customer)
  await page.goto(list)
  const id = await customerId(page, customer.email)
  await page.goto(`${list}/${id}`)

  const tabs = {
    Activations: 'tabs.example.com',
    Activity: 'Activation created',
    Licenses: license.code,
    Logins: 'success',
    Mails: customer.email,
  }
  for (const [tab, text] of Object.entries(tabs)) {
    await test.step(tab, async () => {
      await page.getByRole('link', { exact: true, name: tab }).last().click()
      await page.waitForURL(`**/${id}/${tab.toLowerCase()}`)
      await expect(page.getByText(text).first()).toBeVisible()
    })
  }

  await test.step('a licence is issued from here', async () => {
    await page.goto(`${list}/${id}/licenses`)
    await expect(page.getByText('Client ID', { exact: true }).last()).toBeVisible()
    await (await live(page.getByRole('button', { name: 'Issue a license' }))).click()
    await expect(page.locator('#field-customerId')).toHaveValue(customer.clientId)
  })

  await test.step('a new Client ID offers to take the licence along', async () => {
    await page.goto(`${list}/${id}`)
    await live(page.locator('#field-clientId'))
    await page.locator('#field-clientId').fill(`${customer.clientId}-NEW`)
    await expect(page.getByText('Give its 1 license the new Client ID')).toBeVisible()
    await page.getByRole('button', { exact: true, name: 'Save' }).click()
    await expect(page.getByText('Updated successfully.')).toBeVisible()
    await page.goto(`${list}/${id}/licenses`)
    await expect(page.getByText(license.code)).toBeVisible()
  })

  await test.step('deleting says what stays', async () => {
    await page.goto(`${list}/${id}`)
    await expect(page.locator('#action-delete')).toBeHidden()
    await (await live(page.getByRole('button', { name: 'Delete customer' }))).click()
    await expect(page.getByText('1 license stays')).toBeVisible()
    await confirm(page, 'Delete customer')
    await expect(page.getByText('The customer is deleted.')).toBeVisible()
    await page.waitForURL(/collections\/customers(\?|$)/)
  })
})

for (const look of looks) {
  test(`our parts of the panel have no faults that axe finds, ${look.colorScheme}, ${look.width} px`, async ({
    admin: page,
    seller,
  }) => {
    await show(page, look)
    const customer = await seller.createCustomer('Axel Axe')
    await seller.createLicense({ customerId: customer.clientId })
    await page.goto(list)
    await expectAccessible(page, '[aria-label="Filters"], details')
    const id = await customerId(page, customer.email)
    for (const tab of ['licenses', 'activations', 'logins', 'mails', 'activity']) {
      await page.goto(`${list}/${id}/${tab}`)
      await page.getByRole('heading', { level: 2 }).waitFor()
      await expectAccessible(page, '[data-records]')
    }
  })
}

test('in German', async ({ browser, baseURL }) => {
  const page = await browser.newPage({ baseURL, locale: 'de-DE' })
  await page.request.post('/api/users/login', {
    data: demo().admin,
    headers: { Origin: baseURL ?? '' },
  })
  await page.goto(list)
  await expect(page.getByRole('button', { name: 'Seit einem Jahr inaktiv' })).toBeVisible()
  await expect(page.getByText('Inaktive Konten aufräumen')).toBeVisible()
  await page.close()
})
