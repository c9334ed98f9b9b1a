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

  await entries.filter({ hasText: 'License blocked' }).getByRole('link').first().click()
  await expect(page.locator('.collection-edit')).toContainText('is_valid')
  await expect(page.getByRole('button', { name: 'Save' })).toHaveCount(0)
})
