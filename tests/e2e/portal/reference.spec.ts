import { expect } from '@playwright/test'

import { expectAccessibleInEveryLook } from './axe'
import { test } from './support'

test('the reference of the API names every call and can be read by everybody', async ({ page }) => {
  await page.goto('/api/docs')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  for (const path of ['/external/license/verify', '/internal/products', '/external/update/check']) {
    await expect(page.getByText(path).first()).toBeAttached()
  }
  await expectAccessibleInEveryLook(page)
})
