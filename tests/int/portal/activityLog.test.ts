import { randomUUID } from 'node:crypto'

import { createLocalReq, type Payload } from 'payload'
import { afterAll, beforeAll, expect, it } from 'vitest'

import type { Activation, Customer } from '../../../payload-types'
import { deactivateOwnActivation } from '../../../src/portal/activations/deactivateOwnActivation'
import { nameOwnActivation } from '../../../src/portal/naming/nameOwnActivation'
import { createTestPayload, type TestPayload } from '../../support/payload'
import { newActivation } from './support/portal'

let test: TestPayload
let payload: Payload
let ada: Customer
let activation: Activation

beforeAll(async () => {
  test = await createTestPayload()
  payload = test.payload
  const clientId = randomUUID()
  const account = { clientId, email: `${clientId}@example.com`, name: 'Ada' }
  ada = await payload.create({
    collection: 'customers',
    data: { ...account, password: `secret ${clientId}` },
  })
  const { id: product } = await payload.create({
    collection: 'products',
    data: { name: 'Tidemark' },
  })
  const license = await payload.create({
    collection: 'licenses',
    data: { customerId: clientId, product, type: 'perpetual' },
  })
  const made: unknown = await payload.db.create({
    collection: 'activations',
    data: newActivation(license, product),
  })
  activation = made as Activation
})
afterAll(() => test.close())

it('what a customer does in the portal is logged as theirs', async () => {
  const req = await createLocalReq({ user: { ...ada, collection: 'customers' } }, payload)
  expect(await nameOwnActivation(req, ada, { id: activation.id, name: 'Laptop' })).toBe('renamed')
  expect(await deactivateOwnActivation(req, ada, activation.id)).toBe('deactivated')
  const { docs } = await payload.find({
    collection: 'activity-log',
    sort: 'at',
    where: { subjectId: { equals: activation.id } },
  })
  const changes = docs.filter(({ event }) => event !== 'activation.created')
  expect(changes).toMatchObject([
    {
      actorId: ada.id,
      actorKind: 'customer',
      details: { name: [null, null] },
      event: 'activation.updated',
    },
    { actorId: ada.id, actorKind: 'customer', event: 'activation.deactivated' },
  ])
  expect(JSON.stringify(docs)).not.toContain('Laptop')
})
