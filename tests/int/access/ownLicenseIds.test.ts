import { createLocalReq, initTransaction, killTransaction } from 'payload'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import { type OwningCustomer, ownLicenseIds } from '../../../access/ownLicenseIds'
import { licensesOf } from '../../../access/ownLicenses'
import { createTestPayload, type TestPayload } from '../../support/payload'

/** The ids that activations are asked for by are those of the licences that the access function names. */
let test: TestPayload
const confirmedAt = '2026-01-01T00:00:00.000Z'

beforeAll(async () => {
  test = await createTestPayload()
  const { payload } = test
  const { id: product } = await payload.create({ collection: 'products', data: { name: 'Tide' } })
  const owners = [
    { customerId: 'ada' },
    { customerId: 'ada', email: 'bob@example.com' },
    { email: 'ada@example.com' },
    { customerId: 'bob', email: 'ada@example.com' },
    { customerId: 'bob' },
    {},
  ]
  for (const owner of owners) {
    await payload.create({ collection: 'licenses', data: { product, type: 'perpetual', ...owner } })
  }
})
afterAll(() => test.close())

describe.each<[string, OwningCustomer, number]>([
  ['with a Client ID and a confirmed address', { ...of('ada'), confirmedAt }, 3],
  ['with an address that is not confirmed', of('ada'), 2],
  ['without a Client ID', { ...of('ada'), clientId: null, confirmedAt }, 1],
  ['with an empty Client ID', { ...of('ada'), clientId: '', confirmedAt }, 1],
  ['with neither', { ...of('ada'), clientId: null }, 0],
  ['with nothing in the shop', { ...of('cleo'), confirmedAt }, 0],
  ['with an address that others write in capitals', { ...of('ADA'), confirmedAt }, 0],
])('of a customer %s', (_, customer, expected) => {
  it('are all of them, and nobody else’s, by a statement of our own', async () => {
    const req = await createLocalReq({}, test.payload)
    const where = licensesOf(customer)
    const find = { collection: 'licenses', limit: 0, overrideAccess: true, select: {} } as const
    const docs = where ? (await test.payload.find({ ...find, where })).docs : []
    const byPayload = vi.spyOn(test.payload, 'find')
    const ids = await ownLicenseIds(req, customer)
    expect(byPayload).not.toHaveBeenCalled()
    byPayload.mockRestore()
    expect(ids).toHaveLength(expected)
    expect(new Set(ids)).toEqual(new Set(docs.map(({ id }) => id)))
  })
})

it('are asked for by Payload where a host keeps deleted licences', async () => {
  const req = await createLocalReq({}, test.payload)
  const { config } = test.payload.collections.licenses
  const find = vi.spyOn(test.payload, 'find').mockResolvedValue({ docs: [{ id: 'kept' }] } as never)
  config.trash = true
  try {
    expect(await ownLicenseIds(req, of('ada'))).toEqual(['kept'])
    expect(find).toHaveBeenCalledOnce()
  } finally {
    config.trash = false
    find.mockRestore()
  }
})

it('are those that the transaction sees', async () => {
  const req = await createLocalReq({}, test.payload)
  await initTransaction(req)
  const { docs } = await test.payload.find({ collection: 'products', req })
  const product = docs[0]?.id ?? ''
  const data = { customerId: 'dora', product, type: 'perpetual' } as const
  const { id } = await test.payload.create({ collection: 'licenses', data, req })
  expect(await ownLicenseIds(req, of('dora'))).toEqual([id])
  await killTransaction(req)
  expect(await ownLicenseIds(await createLocalReq({}, test.payload), of('dora'))).toEqual([])
})

it('are those that a hook of a host lets be found', async () => {
  const { hooks } = test.payload.collections.licenses.config
  const none = { id: { equals: '00000000-0000-0000-0000-000000000000' } }
  hooks.beforeOperation.push(({ args }) => ({ ...args, where: none }) as never)
  try {
    expect(await ownLicenseIds(await createLocalReq({}, test.payload), of('ada'))).toEqual([])
  } finally {
    hooks.beforeOperation.pop()
  }
})

it('are none that a hook of a host takes away after reading', async () => {
  const { hooks } = test.payload.collections.licenses.config
  hooks.afterOperation.push(({ result }) => ({ ...(result as object), docs: [] }) as never)
  try {
    expect(await ownLicenseIds(await createLocalReq({}, test.payload), of('ada'))).toEqual([])
  } finally {
    hooks.afterOperation.pop()
  }
})

function of(name: string): OwningCustomer {
  return { clientId: name, email: `${name}@example.com` }
}
