import { readFile } from 'node:fs/promises'

import { expect } from '@playwright/test'

import { expectAccessible } from '../portal/axe'
import { confirm, live, openList, test } from './support'

const list = '/admin/collections/licenses'

test('licences are generated with their progress, and their codes handed out as a file', async ({
  admin: page,
}) => {
  const email = `made-${Date.now()}@example.com`
  await page.goto(list)
  await (await live(page.locator('summary', { hasText: 'Generate licenses' }))).click()
  const form = page.locator('details form')
  await form.getByLabel('Product').selectOption({ index: 0 })
  await form.getByLabel('How many').fill('60')
  await form.getByLabel('E-mail').fill(email)
  await expectAccessible(page, 'details')
  await form.getByRole('button', { name: 'Generate' }).click()
  await expect(page.getByRole('status').filter({ hasText: '60 licenses were made.' })).toBeVisible({
    timeout: 30_000,
  })
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download the codes as CSV' }).click()
  const text = await readFile(await (await download).path(), 'utf8')
  expect(text.split('\r\n')).toHaveLength(61)

  await openList(page, list, email, 10)
  await test.step('all of them are blocked over several pages', async () => {
    await page.getByRole('checkbox').first().check()
    await page.locator('#select-all-across-pages').click()
    await page.getByRole('button', { exact: true, name: 'Block' }).click()
    await expect(page.getByText('60 licenses are blocked')).toBeVisible()
    await confirm(page, 'Block')
    await expect(page.getByText('60 done')).toBeVisible({ timeout: 30_000 })
    await expect(page.locator('tbody').getByText('Blocked')).toHaveCount(10)
  })
})

test('a licence is extended and blocked on its page, where its activations are too', async ({
  admin: page,
  seller,
}) => {
  const license = await seller.createLicense({ expiresAt: '2999-01-01T12:00:00.000Z' })
  await seller.activate(license.code, 'https://single.example.com')
  await page.goto(`${list}/${license.id}`)
  const actions = page.getByRole('region', { name: 'Actions for the license' })

  await (await live(actions.getByRole('button', { name: 'Extend' }))).click()
  await page.getByLabel('Days', { exact: true }).fill('31')
  await confirm(page, 'Extend')
  await expect(page.getByText('1 done')).toBeVisible()
  await expect(page.locator('#field-expiresAt input')).toHaveValue(/2999.*02|02.*2999|Feb/)

  await (await live(actions.getByRole('button', { exact: true, name: 'Block' }))).click()
  await confirm(page, 'Block')
  await expect(actions.getByRole('button', { name: 'Unblock' })).toBeVisible()

  await page.goto(`${list}/${license.id}/activations`)
  await expect(page.getByRole('link', { name: 'single.example.com' })).toBeVisible()
  await expectAccessible(page, '[data-records]')
})
