import { createLocalReq } from 'payload'
import { afterAll, beforeAll, expect, it } from 'vitest'

import type { Customer } from '../../../payload-types'
import { createTestPayload, type TestPayload } from '../../support/payload'
import { newActivation } from '../portal/support/portal'

/** A request that goes from one customer to the next, as a host's own job may have it, shows each of them their own. */
let test: TestPayload
let anna: Customer
let ben: Customer

beforeAll(async () => {
  test = await createTestPayload()
  anna = await newCustomer('anna')
  ben = await newCustomer('ben')
  await install(anna, 'anna.example.com')
  await install(ben, 'ben.example.com')
})
afterAll(() => test.close())

const newCustomer = (name: string): Promise<Customer> =>
  test.payload.create({
    collection: 'customers',
    data: { email: `${name}@example.com`, name, password: 'a long enough password' },
  })

async function install({ clientId }: Customer, domain: string): Promise<void> {
  const product = await test.payload.create({ collection: 'products', data: { name: domain } })
  const license = await test.payload.create({
    collection: 'licenses',
    data: { customerId: clientId, product: product.id, type: 'perpetual' } as never,
  })
  await test.payload.create({
    collection: 'activations',
    data: { ...newActivation(license, product.id), domain } as never,
  })
}

it('a request that is handed on to another customer shows nothing of the one before', async () => {
  const req = await createLocalReq({}, test.payload)
  const nobody = await newCustomer('nobody')
  const seen: string[][] = []
  for (const customer of [anna, ben, nobody, anna]) {
    const user = { ...customer, collection: 'customers' } as never
    const { docs } = await test.payload.find({
      collection: 'activations',
      overrideAccess: false,
      req,
      user,
    })
    seen.push(docs.map(({ domain }) => domain ?? ''))
  }
  expect(seen).toEqual([['anna.example.com'], ['ben.example.com'], [], ['anna.example.com']])
})
