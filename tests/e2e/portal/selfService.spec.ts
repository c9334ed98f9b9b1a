import { expect } from '@playwright/test'

import { demo } from '../../support/demo'
import { test } from './support'

test.describe('what the settings switch of what customers do themselves', () => {
  test.describe.configure({ mode: 'serial' })

  test.afterEach(async ({ seller }) =>
    seller.saveSettings({ allowDownloads: true, slotReleasesPerMonth: 3 }),
  )

  test('freeing slots by a link: 404 and no trace of it', async ({ page, seller }) => {
    await page.goto('/customer/free-slot/request')
    await page.getByLabel('License code').fill('NOBODY-HAS-THIS')
    await page.getByLabel('E-mail address').fill('nobody@example.com')
    await seller.saveSettings({ slotReleasesPerMonth: 0 })
    await page.getByRole('button', { name: 'Send link' }).click()
    await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible()
    for (const path of ['free-slot', 'free-slot/request']) {
      expect((await page.goto(`/customer/${path}`))?.status()).toBe(404)
    }
    await page.goto('/customer/login')
    await expect(page.getByText('Lost a machine?')).toHaveCount(0)
  })

  test('downloads: 404 and no trace of them', async ({ logIn, page, seller }) => {
    const customer = await seller.createCustomer()
    const { id: version, product } = await seller.release({ version: '1.0' })
    const { id } = await seller.createLicense({ customerId: customer.clientId, product })
    await logIn(customer)
    await seller.saveSettings({ allowDownloads: false })
    const address = `/customer/product-licenses/${id}`
    expect((await page.request.get(`${address}/downloads/${version}/main`)).status()).toBe(404)
    expect((await page.goto('/customer/downloads'))?.status()).toBe(404)
    expect((await page.request.get(`${address}/certificate`)).status()).toBe(404)
    await page.goto(address)
    await expect(page.getByText('Downloads')).toHaveCount(0)
    await expect(page.getByText('certificate')).toHaveCount(0)
    await seller.saveSettings({ allowDownloads: true })
    await page.reload()
    await expect(page.getByRole('heading', { name: 'Downloads' })).toBeVisible()
    await expect(page.getByRole('link', { name: 'Download certificate' })).toBeVisible()
  })
})

test('a link to free a slot offers no installation that holds none', async ({ page, seller }) => {
  const { code } = await seller.createLicense({ parallelUses: 1 })
  await seller.saveSettings({ freeDevelopmentHosts: true })
  try {
    for (const url of ['http://localhost:3000', 'https://shop.example.com']) {
      await seller.activate(code, url)
    }
    const refused = await page.request.post('/api/external/license/activate', {
      data: { include_installations: true, license_code: code, product_id: 'LEDGERLINE' },
      headers: { 'X-API-KEY': demo().apiKeys.external, 'X-API-URL': 'https://new.example.com' },
    })
    const { manage_url: link } = (await refused.json()) as { manage_url: string }
    await page.goto(link)
    await expect(page.getByRole('link', { name: /^Deactivate/ })).toHaveCount(1)
    await expect(page.getByText('shop.example.com')).toBeVisible()
    await expect(page.getByText('localhost')).toHaveCount(0)
  } finally {
    await seller.saveSettings({ freeDevelopmentHosts: false })
  }
})
