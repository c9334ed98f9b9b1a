import { readFile } from 'node:fs/promises'

import { expect } from '@playwright/test'

import { readCertificate } from '../../../src/licensing/certificate'
import { expectAccessibleInEveryLook } from './axe'
import { test } from './support'

test('a certificate is downloaded, holds by the published keys, and is nobody else’s', async ({
  baseURL,
  logIn,
  page,
  seller,
}) => {
  const customer = await seller.createCustomer('Cora Certificate')
  const mine = await seller.createLicense({ customerId: customer.clientId })
  const blocked = await seller.createLicense({ customerId: customer.clientId, isValid: false })
  const foreign = await seller.createLicense({ customerId: 'somebody-else' })
  await logIn(customer)
  await page.goto(`/customer/product-licenses/${mine.id}`)
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download certificate' }).click()
  const file = await readFile(await (await download).path(), 'utf8')
  const { keys } = (await (await page.request.get('/.well-known/license-keys.json')).json()) as {
    keys: { kid: string }[]
  }
  expect(readCertificate(file, keys)).toMatchObject({ certificate: { code: mine.code }, ok: true })

  const statusOf = async (id: string) =>
    (await page.request.get(`/customer/product-licenses/${id}/certificate`)).status()
  expect(await statusOf(blocked.id)).toBe(409)
  expect(await statusOf(foreign.id)).toBe(404)
  expect(await statusOf('x')).toBe(404)
  const stranger = await fetch(`${baseURL}/customer/product-licenses/${mine.id}/certificate`)
  expect(stranger.status).toBe(401)
})

test('a certificate is for the installation that is chosen, and there is none for a blocked licence', async ({
  logIn,
  page,
  seller,
}) => {
  const customer = await seller.createCustomer('Bea Bound')
  const mine = await seller.createLicense({ customerId: customer.clientId, parallelUses: 3 })
  const blocked = await seller.createLicense({ customerId: customer.clientId, isValid: false })
  await seller.activate(mine.code, 'https://www.shop.example.com/app')
  await seller.activate(mine.code, `https://${'long-'.repeat(7)}name.${'a'.repeat(40)}.example.com`)
  await logIn(customer)
  await page.goto(`/customer/product-licenses/${mine.id}`)
  const choice = page.getByLabel('Certificate for')
  await expect(choice.locator('option:checked')).toHaveText('Any installation')
  await expect(choice.locator('option')).toHaveCount(3)
  await expectAccessibleInEveryLook(page)
  await choice.selectOption({ label: 'shop.example.com' })
  await choice.press('Tab')
  await expect(page.getByRole('button', { name: 'Download certificate' })).toBeFocused()
  const download = page.waitForEvent('download')
  await page.keyboard.press('Enter')
  const file = await readFile(await (await download).path(), 'utf8')
  const { keys } = (await (await page.request.get('/.well-known/license-keys.json')).json()) as {
    keys: { kid: string }[]
  }
  const binding = { domain: 'shop.example.com' }
  expect(readCertificate(file, keys, { binding })).toMatchObject({
    certificate: { bound_to: binding, code: mine.code },
    ok: true,
  })
  expect(readCertificate(file, keys)).toEqual({ code: 'elsewhere', ok: false })
  const other = `/customer/product-licenses/${mine.id}/certificate?for=${mine.id}`
  expect((await page.request.get(other)).status()).toBe(404)

  await page.goto(`/customer/product-licenses/${blocked.id}`)
  await expect(page.getByText('There is no certificate: the license is blocked.')).toBeVisible()
  await expect(page.getByText('Download certificate')).toHaveCount(0)
  await expectAccessibleInEveryLook(page)
})

test('that of an expired licence is a record, and says of itself that it is over', async ({
  logIn,
  page,
  seller,
}) => {
  const customer = await seller.createCustomer('Eva Expired')
  const expired = await seller.createLicense({
    customerId: customer.clientId,
    expiresAt: '2020-01-01T00:00:00.000Z',
  })
  await logIn(customer)
  await page.goto(`/customer/product-licenses/${expired.id}`)
  await expect(page.getByText('A signed record of the license for your files.')).toBeVisible()
  await expectAccessibleInEveryLook(page)
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download certificate' }).click()
  const file = await readFile(await (await download).path(), 'utf8')
  const { keys } = (await (await page.request.get('/.well-known/license-keys.json')).json()) as {
    keys: { kid: string }[]
  }
  expect(readCertificate(file, keys)).toEqual({ code: 'expired', ok: false })
})

test('there is none for a product that is switched off, and the page says so', async ({
  logIn,
  page,
  seller,
}) => {
  const customer = await seller.createCustomer('Olga Off')
  const product = (await seller.createProduct({ isActive: false })).id
  const { id } = await seller.createLicense({ customerId: customer.clientId, product })
  await logIn(customer)
  await page.goto(`/customer/product-licenses/${id}`)
  await expect(
    page.getByText('There is no certificate: the product is switched off.'),
  ).toBeVisible()
  await expect(page.getByText('Download certificate')).toHaveCount(0)
})
