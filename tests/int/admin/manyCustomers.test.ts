import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { tokenOf } from '../../support/rest'
import { type CustomerDesk, openCustomerDesk, password } from './support/customers'

/** What administrators do to many customers at once. */
let activate: CustomerDesk['activate']
let admin: CustomerDesk['admin']
let bulk: CustomerDesk['bulk']
let createCustomer: CustomerDesk['createCustomer']
let createLicense: CustomerDesk['createLicense']
let desk: CustomerDesk
let payload: CustomerDesk['payload']
let rest: CustomerDesk['rest']

beforeAll(async () => {
  desk = await openCustomerDesk()
  ;({ activate, admin, bulk, createCustomer, createLicense, payload, rest } = desk)
})
afterAll(() => desk.close())
beforeEach(() => desk.forget())

const yearsAgo = '2020-01-01T00:00:00.000Z'

describe('many customers at once', () => {
  it('are chosen by the filter of the list, with the licences that would stay', async () => {
    const one = await createCustomer({ name: 'Zoe' })
    await createCustomer({ name: 'Adam' })
    await createLicense({ customerId: one.clientId })
    const { body } = await bulk('select', {}, '?where[name][equals]=Zoe')
    expect(body).toMatchObject({ count: 1, ids: [one.id], licenses: 1 })
    // What is searched for is left of the list on all its pages: nobody else may be touched.
    expect((await bulk('select', {}, '?search=Zoe')).body).toMatchObject({ ids: [one.id] })
    const both = await bulk('select', {}, '?search=Zoe&where[name][equals]=Adam')
    expect(both.body).toMatchObject({ count: 0 })
  })

  it('are deleted, their licences and activations are not', async () => {
    const customers = [await createCustomer(), await createCustomer()]
    const license = await createLicense({ customerId: customers[0]?.clientId })
    await activate(license)
    const ids = customers.map(({ id }) => id)
    expect((await bulk('delete', { ids })).body).toEqual({ done: 2, failed: 0, skipped: 0 })
    expect((await bulk('delete', { ids })).body).toEqual({ done: 0, failed: 0, skipped: 2 })
    expect((await payload.count({ collection: 'customers' })).totalDocs).toBe(0)
    expect((await payload.count({ collection: 'licenses' })).totalDocs).toBe(1)
    expect((await payload.count({ collection: 'activations' })).totalDocs).toBe(1)
  })

  it('are disabled and logged out; those who were are unchanged', async () => {
    const one = await createCustomer()
    const other = await createCustomer()
    const token = await tokenOf(payload, 'customers', { email: one.email, password })
    expect((await bulk('disable', { ids: [one.id] })).body).toMatchObject({ done: 1 })
    const { body } = await bulk('disable', { ids: [one.id, other.id] })
    expect(body).toEqual({ done: 1, failed: 0, skipped: 1 })
    expect((await rest('GET', '/licenses', { token })).status).toBe(403)
  })

  it('are sent a reset each, disabled ones none', async () => {
    const one = await createCustomer()
    const disabled = await createCustomer()
    await bulk('disable', { ids: [disabled.id] })
    const { body } = await bulk('send-reset', { ids: [one.id, disabled.id] })
    expect(body).toEqual({ done: 1, failed: 0, skipped: 1 })
    const { docs } = await payload.find({
      collection: 'mails',
      where: { to: { equals: one.email } },
    })
    expect(docs).toMatchObject([{ template: 'resetPassword' }])
  })

  it.each([
    ['no ids', {}],
    ['an empty list', { ids: [] }],
    ['something else than ids', { ids: ["' or true --"] }],
    ['too many', { ids: Array.from({ length: 101 }, () => crypto.randomUUID()) }],
  ])('are refused with %s', async (_what, body) => {
    expect((await bulk('delete', body)).status).toBe(400)
  })

  it.each(['select', 'inactive', 'delete', 'disable', 'send-reset'])(
    'are out of reach of customers and strangers: %s',
    async (name) => {
      const { email, id } = await createCustomer()
      const token = await tokenOf(payload, 'customers', { email, password })
      expect((await bulk(name, { ids: [id] }, '', token)).status).toBe(403)
      const stranger = await rest('POST', `/customers/bulk/${name}`, { body: { ids: [id] } })
      expect(stranger.status).toBe(403)
      const foreign = await rest('POST', `/customers/bulk/${name}`, {
        body: { ids: [id] },
        headers: { Origin: 'https://evil.example' },
        token: admin,
      })
      expect(foreign.status).toBe(403)
      expect(await payload.findByID({ collection: 'customers', id })).toMatchObject({ id })
    },
  )
})

describe('inactive accounts', () => {
  const since = '2025-01-01'

  it('are those that were neither made nor used since, without owners unless asked for', async () => {
    const old = await createCustomer({ createdAt: yearsAgo })
    const owner = await createCustomer({ createdAt: yearsAgo })
    await createLicense({ customerId: owner.clientId })
    await createCustomer({ createdAt: yearsAgo, lastLogin: new Date().toISOString() })
    await createCustomer()
    await payload.db.updateMany({
      collection: 'customers',
      data: { lastLogin: new Date().toISOString() },
      where: { id: { not_in: [old.id, owner.id] } },
    })
    expect((await bulk('inactive', { since })).body).toMatchObject({
      count: 1,
      examples: [{ email: old.email }],
      ids: [old.id],
      licenses: 0,
    })
    expect((await bulk('inactive', { keepsOwners: false, since })).body).toMatchObject({
      count: 2,
      licenses: 1,
    })
  })

  it.each([undefined, 'yesterday', '2999-01-01', 7])('need a day in the past: %s', async (day) => {
    expect((await bulk('inactive', { since: day })).status).toBe(400)
  })
})
