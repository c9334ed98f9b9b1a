import { expect } from '@playwright/test'

import { demo } from '../../support/demo'
import { expectAccessible } from './axe'
import { test } from './support'

/** The link that software gets with a refusal at the limit, for its customer to free a slot without logging in. */
test('a customer frees a slot by the link that came with the refusal, and the software gets it', async ({
  page,
  request,
  seller,
}) => {
  const { code } = await seller.createLicense({ parallelUses: 1 })
  const activate = async (url: string) => {
    const response = await request.post('/api/external/license/activate', {
      data: { include_installations: true, license_code: code, product_id: 'LEDGERLINE' },
      headers: { 'X-API-KEY': demo().apiKeys.external, 'X-API-URL': url },
    })
    return (await response.json()) as { is_active: boolean; manage_url?: string }
  }
  expect((await activate('old.example.com')).is_active).toBe(true)
  const refused = await activate('new.example.com')
  expect(refused.is_active).toBe(false)

  await page.goto(refused.manage_url ?? '')
  await expect(page.getByRole('heading', { name: 'Free a slot' })).toBeVisible()
  await expectAccessible(page)
  await expect(page.getByText('You can free 3 more slots this month.')).toBeVisible()
  await page.getByRole('link', { name: 'Deactivate old.example.com' }).click()
  await expect(page.getByRole('heading', { name: 'Deactivate old.example.com?' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { exact: true, name: 'Deactivate' }).click()
  await expect(page.getByText('The installation is deactivated.')).toBeVisible()
  expect((await activate('new.example.com')).is_active).toBe(true)
})

test('a link that is forged, of another kind or empty frees nothing', async ({ page }) => {
  for (const token of ['', 'ls1.YQ.x', 'lm1.YQ.x']) {
    await page.goto(`/customer/free-slot?token=${token}`)
    await expect(page.getByText('This link does not work any more')).toBeVisible()
    await expect(page.getByText(/Deactivate/)).toHaveCount(0)
  }
})
