import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'

import { from } from '../api/support/api'
import { type Office, openOffice } from './support/office'

/** What changes and comes back has no event of its own: it is told in the words that there are. */
let api: Office['api']
let deliver: Office['deliver']
let office: Office
let receiver: Office['receiver']

beforeAll(async () => {
  office = await openOffice()
  ;({ api, deliver, receiver } = office)
})
beforeEach(() => office.begin())
afterAll(() => office.close())

type Message = { event_type: string; payload: object }

const activate = (code: string, domain: string) =>
  api.call('POST', '/external/license/activate', {
    body: { license_code: code, product_id: 'TIDEMARK' },
    headers: from(domain),
  })

it('tells of what comes back and of what changes in the words of the list of events', async () => {
  const { code, id } = await api.createLicense({ parallelUses: 1 })
  await activate(code, 'back.example.com')
  const [activation] = (
    await api.payload.find({
      collection: 'activations',
      where: { domain: { equals: 'back.example.com' } },
    })
  ).docs
  const customer = await api.payload.create({
    collection: 'customers',
    data: { email: 'back@example.com', name: 'Ada', password: 'a long enough password' },
  })
  await deliver()
  const before = receiver.received.length
  const path = `/internal/activated-product-activations/${activation?.id}`
  await api.call('DELETE', path)
  await api.call('POST', path)
  await api.call('PUT', `/internal/product-licenses/${id}`, { body: { invoice: '#8' } })
  await api.call('POST', `/internal/blocked-product-licenses/${id}`)
  await api.call('DELETE', `/internal/blocked-product-licenses/${id}`)
  await api.payload.update({
    collection: 'customers',
    data: { name: 'Ada L.' },
    id: customer.id,
  })
  await deliver()
  const told = receiver.received.slice(before).map(({ body }) => JSON.parse(body) as Message)
  expect(told.map(({ event_type }) => event_type)).toEqual([
    'activation.deactivated',
    'activation.created',
    'license.updated',
    'license.blocked',
    'license.updated',
    'customer.updated',
  ])
  expect(told[0]?.payload).toMatchObject({ deactivated_by: 'admin', is_active: false })
  expect(told[1]?.payload).toMatchObject({ deactivated_by: null, is_active: true })
  expect(told[2]?.payload).toMatchObject({ invoice: '#8', license_code: code })
  expect(told[4]?.payload).toMatchObject({ is_valid: true })
  expect(told[5]?.payload).toMatchObject({ name: 'Ada L.' })
})
