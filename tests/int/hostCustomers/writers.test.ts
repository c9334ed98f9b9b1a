import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'

import { createLicensingApi } from '../../../src/api/app'
import { insertCustomers } from '../../../src/imports/repository/customers'
import { databaseOf } from '../reports/support'
import { seen } from './support/host'
import { openShop, type Shop } from './support/shop'

/** Who else writes members of a host, beside the portal and its administrators. */
let shop: Shop

beforeAll(async () => {
  shop = await openShop()
}, 240_000)
afterAll(() => shop.close())
beforeEach(() => {
  seen.length = 0
})

it('a shop’s back end makes one, with the hooks of the host', async () => {
  const { payload, rest, rowOf, staff } = shop
  const { body } = await rest('POST', '/api-keys', {
    body: { kind: 'internal', name: 'Shop' },
    token: staff,
  })
  const { key } = body.doc as { key: string }
  const api = createLicensingApi({ clientIp: () => '192.0.2.1', payload })
  const email = 'shop@example.com'
  const response = await api.fetch(
    new Request('http://localhost/api/internal/customers', {
      body: JSON.stringify({ email, name: 'Shop' }),
      headers: { 'content-type': 'application/json', 'x-api-key': key },
      method: 'POST',
    }),
  )
  expect(response.status).toBe(201)
  expect(seen).toEqual([`create ${email}`, `update ${email}`])
  expect(await rowOf(email)).toMatchObject({ company: 'NEW HERE', points: '10' })
})

it('an import makes one, whose fields of the host have their defaults', async () => {
  const email = 'imported@example.com'
  const row = { clientId: 'IMPORTED', email, name: 'Imported' }
  await insertCustomers(databaseOf(shop.payload), [row])
  expect(await shop.rowOf(email)).toMatchObject({ client_id: 'IMPORTED', points: '10' })
  expect(seen).toEqual([])
})

it('code of the host that acts as a member sets no password either', async () => {
  const { payload, register, rowOf } = shop
  await register('local@example.com')
  const { hash, id } = await rowOf('local@example.com')
  const user = await payload.findByID({ collection: 'members' as 'customers', id })
  const update = (data: object) =>
    payload.update({
      collection: 'members' as 'customers',
      data,
      id,
      overrideAccess: false,
      user: { ...user, collection: 'members' as 'customers' },
    })
  await expect(update({ password: 'another one of many words' })).rejects.toMatchObject({
    status: 403,
  })
  await update({ company: 'by itself' })
  expect(await rowOf('local@example.com')).toMatchObject({ company: 'BY ITSELF', hash })
})
