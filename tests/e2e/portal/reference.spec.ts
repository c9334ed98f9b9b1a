import { expect } from '@playwright/test'

import { expectAccessibleInEveryLook } from './axe'
import { test } from './support'

test('the reference of the API names every call and can be read by everybody', async ({ page }) => {
  await page.goto('/api/docs')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  for (const path of ['/external/license/verify', '/internal/products', '/activate_license']) {
    await expect(page.getByText(path).first()).toBeAttached()
  }
  const old = page.locator('section', { has: page.getByRole('heading', { name: 'Old software' }) })
  await expect(old.getByRole('heading', { level: 3, name: /^block_license: / })).toBeVisible()
  await expect(old.getByRole('article')).toHaveCount(17)
  await expect(page.getByText('Deprecated.')).toHaveCount(17)
  await expectAccessibleInEveryLook(page)
})
