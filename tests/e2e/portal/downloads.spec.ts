import { readFileSync } from 'node:fs'

import { expect } from '@playwright/test'

import { expectAccessible } from './axe'
import { releaseBytes, test } from './support'

test('a customer downloads what the licence includes, and no later version', async ({
  logIn,
  page,
  seller,
}) => {
  const customer = await seller.createCustomer()
  const old = await seller.release({
    releasedAt: '2026-01-10',
    summary: 'Faster than before.',
    version: '1.9',
  })
  const newer = { product: old.product, releasedAt: '2026-03-10', version: '1.10' }
  await seller.release(newer)
  const { id: later } = await seller.release({ ...newer, releasedAt: '2026-06-10', version: '2.0' })
  const { id } = await seller.createLicense({
    customerId: customer.clientId,
    product: old.product,
    updatesUntil: '2026-04-01',
  })
  await logIn(customer)
  await page.goto('/customer/dashboard')
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: 'Downloads' })
    .click()
  await expect(page.getByText('Version 1.10')).toBeVisible()
  await expect(page.getByText('Version 2.0')).toHaveCount(0)
  await expect(page.getByText(/^SHA-256 [\da-f]{64}$/)).toBeVisible()
  await expectAccessible(page)
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: /^Download tidepool\S* of Tidepool/ }).click()
  const file = await download
  expect(file.suggestedFilename()).toMatch(/^tidepool.*\.zip$/)
  expect(readFileSync(await file.path())).toEqual(releaseBytes)

  await page.goto(`/customer/product-licenses/${id}`)
  const section = page.getByRole('region', { name: 'Downloads' })
  await section.getByText('1 older version').click()
  await expect(section.getByText('Faster than before.')).toBeVisible()
  await expectAccessible(page)

  const address = `/customer/product-licenses/${id}/downloads`
  const part = await page.request.get(`${address}/${old.id}/main`, {
    headers: { 'Accept-Encoding': 'gzip', Range: 'bytes=4-11' },
  })
  expect([part.status(), await part.text()]).toEqual([206, 'software'])
  expect((await page.request.get(`${address}/${later}/main`)).status()).toBe(404)
  await page.context().clearCookies()
  expect((await page.request.get(`${address}/${old.id}/main`)).status()).toBe(401)
  await logIn(await seller.createCustomer())
  expect((await page.request.get(`${address}/${old.id}/main`)).status()).toBe(404)
})

test('every older version that a licence includes can be reached, page by page', async ({
  logIn,
  page,
  seller,
}) => {
  const customer = await seller.createCustomer()
  const { product } = await seller.release({ releasedAt: '2026-01-01', version: '1.0' })
  for (let minor = 1; minor <= 22; minor += 1) {
    await seller.release({ product, releasedAt: '2026-01-01', version: `1.${minor}` })
  }
  const { id } = await seller.createLicense({ customerId: customer.clientId, product })
  await logIn(customer)
  await page.goto(`/customer/product-licenses/${id}`)
  const section = page.getByRole('region', { name: 'Downloads' })
  await section.getByText('22 older versions').click()
  await expect(section.getByText('Version 1.21', { exact: true })).toBeVisible()
  await expect(section.getByText('Version 1.1', { exact: true })).toHaveCount(0)
  await section.getByRole('link', { name: 'Next page' }).click()
  await expect(page).toHaveURL(/page=2#downloads$/)
  for (const version of ['1.22', '1.1', '1.0']) {
    await expect(section.getByText(`Version ${version}`, { exact: true })).toBeVisible()
  }
  await expect(section.getByText('Version 1.21', { exact: true })).toHaveCount(0)
  await expectAccessible(page)
  await section.getByRole('link', { name: 'Previous page' }).click()
  await expect(section.getByText('Version 1.21', { exact: true })).toBeVisible()
  await page.goto(`/customer/product-licenses/${id}?page=9`)
  await expect(section.getByText('Version 1.22', { exact: true })).toBeVisible()
})
