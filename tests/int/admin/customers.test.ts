import type { Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { Customer, License, Product } from '../../../payload-types'
import { activityOf } from '../../../src/accounts/admin/activity'
import type { Queryable } from '../../../src/licensing/types'
import { createTestPayload, type TestPayload } from '../../support/payload'
import { type Rest, restOf, tokenOf } from '../../support/rest'

/** What administrators see of customers in lists, and do to many of them at once. */
let admin: string
let payload: Payload
let product: Product
let rest: Rest
let test: TestPayload

const password = 'a long enough password'
const confirmedAt = '2026-01-01T00:00:00.000Z'
const yearsAgo = '2020-01-01T00:00:00.000Z'

beforeAll(async () => {
  test = await createTestPayload()
  ;({ payload } = test)
  rest = restOf(test)
  await payload.create({ collection: 'users', data: { email: 'admin@example.com', password } })
  admin = await tokenOf(payload, 'users', { email: 'admin@example.com', password })
  product = await payload.create({
    collection: 'products',
    data: { name: 'Product', referenceId: 'P' },
  })
})
afterAll(() => test.close())
beforeEach(async () => {
  for (const collection of ['activations', 'licenses', 'customers'] as const) {
    await payload.delete({ collection, where: { id: { exists: true } } })
  }
})

const db = () => (payload.db as unknown as { drizzle: Queryable }).drizzle

let counter = 0
const createCustomer = (data: Partial<Customer> = {}): Promise<Customer> =>
  payload.create({
    collection: 'customers',
    data: { email: `c${++counter}@example.com`, name: 'C', password, ...data },
  })

const createLicense = (data: Partial<License>): Promise<License> =>
  payload.create({ collection: 'licenses', data: { product: product.id, ...data } as never })

const activate = (license: License, isActive = true) =>
  payload.db.create({
    collection: 'activations',
    data: {
      activatedAt: confirmedAt,
      customerId: license.customerId,
      domain: `${++counter}.example.com`,
      environment: 'production',
      isActive,
      lastSeenAt: confirmedAt,
      license: license.id,
      licenseCode: license.code,
      product: product.id,
    },
  })

const bulk = (name: string, body: object, query = '', token: string | undefined = admin) =>
  rest('POST', `/customers/bulk/${name}${query}`, { body, token })

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
