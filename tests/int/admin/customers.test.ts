import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { activityOf } from '../../../src/accounts/admin/activity'
import type { Queryable } from '../../../src/licensing/types'
import { tokenOf } from '../../support/rest'
import { confirmedAt, type CustomerDesk, openCustomerDesk, password } from './support/customers'

/** What administrators see of customers, and change of one. */
let activate: CustomerDesk['activate']
let admin: CustomerDesk['admin']
let createCustomer: CustomerDesk['createCustomer']
let createLicense: CustomerDesk['createLicense']
let desk: CustomerDesk
let payload: CustomerDesk['payload']
let rest: CustomerDesk['rest']

beforeAll(async () => {
  desk = await openCustomerDesk()
  ;({ activate, admin, createCustomer, createLicense, payload, rest } = desk)
})
afterAll(() => desk.close())
beforeEach(() => desk.forget())

const db = () => (payload.db as unknown as { drizzle: Queryable }).drizzle

describe('the list of customers', () => {
  it('counts licences by Client ID and by confirmed address, and active installations', async () => {
    const confirmed = await createCustomer({ confirmedAt })
    const unconfirmed = await createCustomer()
    const byId = await createLicense({ customerId: confirmed.clientId })
    const byEmail = await createLicense({ email: confirmed.email })
    await createLicense({ customerId: 'SOMEBODY', email: confirmed.email })
    await createLicense({ email: unconfirmed.email })
    await activate(byId)
    await activate(byEmail)
    await activate(byEmail, false)
    const { body } = await rest('GET', '/customers?sort=createdAt', { token: admin })
    expect(body.docs).toMatchObject([
      { activeActivations: 2, licenseCount: 2 },
      { activeActivations: 0, licenseCount: 0 },
    ])
  })

  it('asks one question more, however long it is', async () => {
    const count = async (size: number) => {
      for (let index = 0; index < size; index += 1) await createCustomer()
      let statements = 0
      const { drizzle } = payload.db as unknown as { drizzle: Queryable }
      const { execute } = drizzle
      drizzle.execute = ((query: never) => {
        statements += 1
        return execute.call(drizzle, query)
      }) as typeof execute
      await rest('GET', '/customers?limit=100', { token: admin })
      drizzle.execute = execute
      return statements
    }
    const few = await count(2)
    expect(await count(20)).toBe(few)
  })

  it('tells a customer no counts', async () => {
    const { email } = await createCustomer()
    const token = await tokenOf(payload, 'customers', { email, password })
    const { body } = await rest('GET', '/customers', { token })
    expect(Object.keys((body.docs as object[])[0] ?? {})).not.toContain('licenseCount')
  })
})

describe('a new Client ID', () => {
  const change = (id: string, data: object, token = admin) =>
    rest('PATCH', `/customers/${id}`, { body: data, token })

  it('takes licences and activations along where that is asked for', async () => {
    const customer = await createCustomer({ clientId: 'OLD' })
    const license = await createLicense({ customerId: 'OLD' })
    await activate(license)
    await change(customer.id, { clientId: 'NEW', moveLicenses: true })
    expect((await payload.findByID({ collection: 'licenses', id: license.id })).customerId).toBe(
      'NEW',
    )
    const { docs } = await payload.find({ collection: 'activations' })
    expect(docs).toMatchObject([{ customerId: 'NEW' }])
  })

  it('leaves them where it is not', async () => {
    const customer = await createCustomer({ clientId: 'OLD' })
    const license = await createLicense({ customerId: 'OLD' })
    await change(customer.id, { clientId: 'NEW', moveLicenses: false })
    expect((await payload.findByID({ collection: 'licenses', id: license.id })).customerId).toBe(
      'OLD',
    )
  })

  it('that somebody else has moves nothing', async () => {
    await createCustomer({ clientId: 'TAKEN' })
    const customer = await createCustomer({ clientId: 'OLD' })
    const license = await createLicense({ customerId: 'OLD' })
    const { status } = await change(customer.id, { clientId: 'TAKEN', moveLicenses: true })
    expect(status).toBe(400)
    expect((await payload.findByID({ collection: 'licenses', id: license.id })).customerId).toBe(
      'OLD',
    )
  })
})

describe('the activity of a customer', () => {
  it('has what happened to them, the newest first, and nothing of others', async () => {
    const customer = await createCustomer({ confirmedAt })
    const other = await createCustomer({ confirmedAt })
    const license = await createLicense({ customerId: customer.clientId })
    await activate(license)
    await createLicense({ customerId: other.clientId })
    await rest('POST', '/customers/login', { body: { email: customer.email, password } })
    await rest('POST', '/customers/login', { body: { email: customer.email, password: 'wrong' } })
    const events = await activityOf(db(), customer.id, 100)
    expect(events.map(({ event }) => event).sort()).toEqual(
      ['activation.created', 'customer.created', 'license.created', 'login', 'loginFailed'].sort(),
    )
    expect(events.find(({ event }) => event === 'license.created')).toMatchObject({
      what: license.code,
      who: { kind: 'system' },
    })
    const times = events.map(({ at }) => at)
    expect(times).toEqual([...times].sort().reverse())
  })
})

describe('customers by the provider that they sign in with', () => {
  const query = '/customers?where[identities.provider][equals]=google&select[email]=true'

  it('are found once each, by administrators', async () => {
    const { email, id } = await createCustomer()
    const other = await createCustomer()
    for (const [account, provider, subject] of [
      [id, 'google', '1'],
      [id, 'google', '2'],
      [other.id, 'github', '1'],
    ]) {
      await payload.db.create({ collection: 'identities', data: { account, provider, subject } })
    }
    const { body } = await rest('GET', query, { token: admin })
    expect(body.docs).toMatchObject([{ email, id }])
    expect(body.totalDocs).toBe(1)
  })

  it('are no question that customers may ask', async () => {
    const { email } = await createCustomer()
    const token = await tokenOf(payload, 'customers', { email, password })
    expect((await rest('GET', query, { token })).status).toBe(400)
  })
})
