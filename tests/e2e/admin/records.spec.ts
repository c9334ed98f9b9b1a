import { expect } from '@playwright/test'

import { live, openList, test } from './support'

test('the activity log says what happened, who did it and what changed, and changes nothing', async ({
  admin: page,
  seller,
}) => {
  const { code, id } = await seller.createLicense({})
  await page.goto(`/admin/collections/licenses/${id}`)
  await (await live(page.getByRole('button', { exact: true, name: 'Block' }))).click()
  await page.locator('.confirmation-modal').getByRole('button', { name: 'Block' }).click()
  await expect(page.getByText('Blocked').first()).toBeVisible()

  await openList(page, '/admin/collections/activity-log', code, 2)
  const entries = page.locator('tbody tr')
  await expect(entries.filter({ hasText: 'License blocked' })).toContainText(code)
  await expect(entries.filter({ hasText: 'License created' })).toHaveCount(1)
  await expect(page.getByRole('link', { name: /create new/i })).toHaveCount(0)

  // Payload's own editor of JSON would come from another site.
  const elsewhere: string[] = []
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== new URL(page.url()).origin) elsewhere.push(request.url())
  })
  await entries.filter({ hasText: 'License blocked' }).getByRole('link').first().click()
  await expect(page.locator('#field-label')).toHaveValue(code)
  await expect(page.getByRole('row', { name: 'Is valid' })).toHaveText('Is validtruefalse')
  await page.waitForLoadState('networkidle')
  expect(elsewhere).toEqual([])
  await expect(page.getByRole('button', { name: 'Save' })).toHaveCount(0)
  const query = new URLSearchParams({ 'where[event][equals]': 'license.blocked' })
  query.set('where[label][equals]', code)
  const found = await page.request.get(`/api/activity-log?${query}`, {
    headers: { Origin: new URL(page.url()).origin },
  })
  const { docs } = (await found.json()) as { docs: unknown[] }
  expect(docs).toMatchObject([{ actorKind: 'admin', details: { is_valid: [true, false] } }])
})

test('the settings of the API lead to the domains and addresses that it refuses', async ({
  admin: page,
}) => {
  await page.goto('/admin/globals/settings')
  await (await live(page.getByRole('button', { exact: true, name: 'API' }))).click()
  await page.getByRole('link', { name: 'Add a domain or an address' }).click()
  await (await live(page.locator('#field-domain'))).fill(`refused-${Date.now()}.example`)
  await page.getByRole('button', { exact: true, name: 'Save' }).click()
  await expect(page.getByText(/successfully created/i).first()).toBeVisible()
  await page.goto('/admin/globals/settings')
  await (await live(page.getByRole('button', { exact: true, name: 'API' }))).click()
  await expect(page.getByText(/entr(?:y refuses|ies refuse) calls\./)).toBeVisible()
  await page.getByRole('link', { name: 'Show the blacklist' }).click()
  await expect(page).toHaveURL(/blacklist-entries/)
})
