import { afterAll, beforeAll, expect, it } from 'vitest'

import type { Customer } from '../../../payload-types'
import { deactivateOwnActivation } from '../../../src/portal/activations/deactivateOwnActivation'
import { nameOwnActivation } from '../../../src/portal/naming/nameOwnActivation'
import { openPortal, type TestPortal } from './support/portal'

/** A page that was open for a while knows its customer as they were: what they own is judged by what they are. */
let portal: TestPortal

beforeAll(async () => {
  portal = await openPortal()
})
afterAll(() => portal.close())

async function customerWithActivation() {
  const customer = await portal.createCustomer()
  const license = await portal.createLicense({ customerId: customer.clientId })
  const activation = await portal.activate(license, { domain: 'example.com' })
  return { activation, customer }
}

const outcomesOf = async (customer: Customer, activation: string) => {
  const req = await portal.requestOf(customer)
  return [
    await nameOwnActivation(req, customer, { id: activation, name: 'Laptop' }),
    await deactivateOwnActivation(req, customer, activation),
  ]
}

const change = async ({ id }: Customer, data: Partial<Customer>) => {
  await portal.payload.db.updateOne({ collection: 'customers', data, id })
}

it('the customer names and ends what is theirs', async () => {
  const { activation, customer } = await customerWithActivation()
  expect(await outcomesOf(customer, activation)).toEqual(['renamed', 'deactivated'])
})

it.each<[string, Partial<Customer>]>([
  ['got another Client ID meanwhile', { clientId: 'SOMEBODY-ELSE' }],
  ['was disabled meanwhile', { disabledAt: '2027-01-01T00:00:00.000Z' }],
])('a customer who %s does neither', async (_, data) => {
  const { activation, customer } = await customerWithActivation()
  await change(customer, data)
  expect(await outcomesOf(customer, activation)).toEqual(['not_found', 'not_found'])
})

it('a customer who was deleted meanwhile does neither', async () => {
  const { activation, customer } = await customerWithActivation()
  await portal.payload.delete({ collection: 'customers', id: customer.id })
  expect(await outcomesOf(customer, activation)).toEqual(['not_found', 'not_found'])
})
