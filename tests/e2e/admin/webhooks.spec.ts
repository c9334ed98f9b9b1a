import { expect } from '@playwright/test'

import { live, test } from './support'

test.afterAll(({ seller }) => seller.saveSettings({ webhookUrls: [] }))

test('a message that no address takes is listed with the reason, and sent again', async ({
  admin: page,
  seller,
}) => {
  const name = `hook-${Date.now()}.invalid`
  await seller.saveSettings({
    webhookSecret: 'a secret of the shop',
    webhookUrls: [`https://${name}/licenses`],
  })
  await seller.createLicense({})
  await expect(async () => {
    await page.goto(`/admin/collections/webhook-deliveries?search=${name}`)
    const row = page.locator('tbody tr').filter({ hasText: 'license.created' })
    await expect(row).toHaveCount(1, { timeout: 2000 })
    await row.getByRole('link').first().click({ timeout: 2000 })
    await expect(page.locator('#field-attempts')).toHaveValue('1', { timeout: 5000 })
  }).toPass({ timeout: 60_000 })
  await expect(page.locator('#field-lastError')).not.toHaveValue('')

  const headers = { Origin: new URL(page.url()).origin }
  const list = await page.request.get(`/api/webhook-deliveries?where[url][contains]=${name}`, {
    headers,
  })
  const { docs } = (await list.json()) as { docs: { nextAttemptAt: string }[] }
  const next = docs[0]?.nextAttemptAt ?? ''

  await (await live(page.getByRole('button', { name: 'Send again' }))).click()
  await expect(page.getByText('It will be sent again in a moment.')).toBeVisible()
  // The next attempt was made now, and the one after it is due later than the one that was waited for.
  await expect(async () => {
    const answer = await page.request.get(`/api/webhook-deliveries?where[url][contains]=${name}`, {
      headers,
    })
    const [row] = ((await answer.json()) as { docs: Record<string, unknown>[] }).docs
    expect(row).toMatchObject({ attempts: 1, lastError: expect.stringMatching(/./) })
    expect(String(row?.nextAttemptAt) > next).toBe(true)
  }).toPass({ timeout: 60_000 })
})
