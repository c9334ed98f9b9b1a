import type { PayloadRequest } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLocalReq } from 'payload'
import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Customer, User } from '../../../payload-types'
import { inTransaction } from '../../../src/accounts/inTransaction'
import type { Queryable } from '../../../src/licensing/types'
import { from, openApi, type TestApi } from '../api/support/api'

/** What happened stands in the log exactly once if it happened, and not at all if it did not; and nobody rewrites it. */
let api: TestApi
let admin: User
let adminReq: PayloadRequest
let next = 0

beforeAll(async () => {
  api = await openApi()
  admin = await api.payload.create({
    collection: 'users',
    data: { email: 'admin@example.com', password: 'a long enough password' },
  })
  adminReq = await createLocalReq({ user: { ...admin, collection: 'users' } }, api.payload)
  adminReq.headers = new Headers({ 'x-forwarded-for': '198.51.100.7' })
})
afterAll(() => api.close())

const db = () => (api.payload.db as unknown as { drizzle: Queryable }).drizzle

type Entry = Record<string, unknown>

async function entriesOf(column: 'customer_id' | 'license_id' | 'subject_id', id: string) {
  const { rows } = await db().execute(
    sql`select * from activity_log where ${sql.identifier(column)} = ${id} order by at`,
  )
  return rows as Entry[]
}

const eventsOf = async (...args: Parameters<typeof entriesOf>) =>
  (await entriesOf(...args)).map(({ event }) => event)

const customerOf = (data: Partial<Customer> = {}) =>
  api.payload.create({
    collection: 'customers',
    data: {
      clientId: `LOG-${++next}`,
      email: `log-${next}@example.com`,
      name: 'Ada',
      password: 'a long enough password',
      ...data,
    },
  })

describe('who, what and from where', () => {
  it('an administrator: by name, with what changed', async () => {
    const { id } = await api.createLicense()
    await api.payload.update({
      collection: 'licenses',
      data: { parallelUses: 7 },
      id,
      overrideAccess: false,
      req: adminReq,
    })
    expect((await entriesOf('license_id', id)).at(-1)).toMatchObject({
      actor_id: admin.id,
      actor_kind: 'admin',
      actor_label: 'admin@example.com',
      details: { parallel_uses: [null, 7] },
      event: 'license.updated',
      ip: '198.51.100.7',
    })
  })

  it('installed software: by its key, from the connection’s address, not the one it claims', async () => {
    const { code, id } = await api.createLicense()
    await api.call('POST', '/external/license/activate', {
      body: { license_code: code, product_id: 'TIDEMARK' },
      headers: { ...from('log.example.com'), 'x-api-ip': '10.9.8.7' },
      ip: '203.0.113.50',
    })
    expect((await entriesOf('license_id', id)).at(-1)).toMatchObject({
      actor_kind: 'client',
      actor_label: 'Test external',
      event: 'activation.created',
      ip: '203.0.113.50',
      label: 'log.example.com',
    })
  })

  it('a shop’s back end: by its key', async () => {
    const made = await api.call('POST', '/internal/product-licenses', {
      body: { product_reference_id: 'TIDEMARK' },
    })
    const { id } = made.body.data as { id: string }
    await api.call('POST', `/internal/blocked-product-licenses/${id}`)
    await api.call('DELETE', `/internal/blocked-product-licenses/${id}`)
    const entries = await entriesOf('license_id', id)
    expect(entries.map(({ actor_kind, event }) => [event, actor_kind])).toEqual([
      ['license.created', 'api'],
      ['license.blocked', 'api'],
      ['license.unblocked', 'api'],
    ])
  })

  it('the system, where nobody was named: somebody at the console as well', async () => {
    const { id } = await api.createLicense()
    await db().execute(sql`update licenses set is_valid = false where id = ${id}`)
    expect((await entriesOf('license_id', id)).at(-1)).toMatchObject({
      actor_kind: 'system',
      event: 'license.blocked',
    })
  })

  it('nobody of one call is taken for somebody of the next over the same connection', async () => {
    const { id } = await api.createLicense()
    for (let round = 0; round < 12; round += 1) {
      await api.payload.update({
        collection: 'licenses',
        data: { comments: `${round}` },
        id,
        req: adminReq,
      })
      await db().execute(sql`update licenses set invoice = ${`${round}`} where id = ${id}`)
    }
    const entries = (await entriesOf('license_id', id)).slice(1)
    expect(entries.map(({ actor_kind }) => actor_kind)).toEqual(
      Array.from({ length: 24 }, (_, index) => (index % 2 === 0 ? 'admin' : 'system')),
    )
  })
})

describe('what is logged', () => {
  it('an installation’s life, but not that it was seen', async () => {
    const { code, id } = await api.createLicense()
    const call = (action: string) =>
      api.call('POST', `/external/license/${action}`, {
        body: { license_code: code, product_id: 'TIDEMARK' },
        headers: from('life.example.com'),
      })
    for (const action of ['activate', 'activate', 'verify', 'deactivate', 'activate']) {
      expect((await call(action)).body).toMatchObject({ is_active: true })
    }
    expect(await eventsOf('license_id', id)).toEqual([
      'license.created',
      'activation.created',
      'activation.deactivated',
      'activation.created',
    ])
  })

  it('a customer’s life, without name, address or hash: the log outlives the account', async () => {
    const { clientId, id } = await customerOf()
    const change = (data: Partial<Customer>) =>
      api.payload.update({ collection: 'customers', data, id })
    await change({ name: 'Grace' })
    await change({ confirmedAt: new Date().toISOString() })
    await change({ password: 'another long password' })
    await change({ pendingEmail: 'next@example.com' })
    await api.payload.delete({ collection: 'customers', id })
    const entries = await entriesOf('subject_id', id)
    expect(entries.map(({ event }) => event)).toEqual([
      'customer.created',
      'customer.updated',
      'customer.confirmed',
      'customer.updated',
      'customer.updated',
      'customer.deleted',
    ])
    expect(entries[1]).toMatchObject({ customer_id: clientId, details: { name: [null, null] } })
    const text = JSON.stringify(entries)
    for (const secret of ['Ada', 'Grace', '@example.com']) expect(text).not.toContain(secret)
    const { hash, salt } = (entries[3] as { details: { hash: unknown; salt: unknown } }).details
    expect([hash, salt]).toEqual([
      [null, null],
      [null, null],
    ])
  })

  it('keys: made, revoked and deleted, never their hash', async () => {
    const { id } = await api.createKey('external')
    await api.payload.update({ collection: 'api-keys', data: { isRevoked: true }, id })
    await api.payload.delete({ collection: 'api-keys', id })
    const entries = await entriesOf('subject_id', id)
    expect(entries.map(({ event }) => event)).toEqual(['key.created', 'key.revoked', 'key.deleted'])
    expect(JSON.stringify(entries)).not.toMatch(/[\da-f]{64}/)
  })

  it('settings: which and from what to what, of secrets only that they changed', async () => {
    await api.saveSettings({ rateLimitPerMinute: 3000 })
    await api.payload.updateGlobal({
      slug: 'settings',
      data: { rateLimitPerMinute: 2999, webhookSecret: 'a very secret secret' },
      req: adminReq,
    })
    const { rows } = await db().execute(
      sql`select * from activity_log where event = 'settings.updated' order by at desc limit 1`,
    )
    expect(rows[0]).toMatchObject({
      actor_kind: 'admin',
      details: { rate_limit_per_minute: [3000, 2999], webhook_secret: [null, null] },
    })
    expect(JSON.stringify(rows)).not.toContain('secret secret')
  })

  it('lists of a licence, which are in tables of their own', async () => {
    const { id } = await api.createLicense()
    await api.payload.update({ collection: 'licenses', data: { domains: ['*.example.com'] }, id })
    expect(await eventsOf('license_id', id)).toEqual(['license.created', 'license.updated'])
  })
})

describe('exactly if it happened', () => {
  it('a change that is rolled back leaves no entry', async () => {
    const { id } = await api.createLicense()
    const req = await createLocalReq({}, api.payload)
    const failing = inTransaction(req, async () => {
      await api.payload.update({ collection: 'licenses', data: { comments: 'x' }, id, req })
      throw new Error('too late')
    })
    await expect(failing).rejects.toThrow('too late')
    expect(await eventsOf('license_id', id)).toEqual(['license.created'])
  })

  it('a race for the last slot leaves one entry for each activation that there is', async () => {
    const { code, id } = await api.createLicense({ parallelUses: 3 })
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        api.call('POST', '/external/license/activate', {
          body: { license_code: code, product_id: 'TIDEMARK' },
          headers: from(`race-${index}.example.com`),
        }),
      ),
    )
    const { rows } = await db().execute(
      sql`select id from activations where license_id = ${id} order by id`,
    )
    const entries = (await entriesOf('license_id', id)).slice(1)
    expect(entries.map(({ subject_id }) => subject_id).sort()).toEqual(rows.map((row) => row.id))
    expect(rows).toHaveLength(3)
  })
})

describe('only ever added to', () => {
  it.each([
    ['changed', sql`update activity_log set event = 'license.deleted'`],
    ['deleted', sql`delete from activity_log`],
    ['emptied', sql`truncate activity_log cascade`],
  ])('it cannot be %s, by the app’s own database user neither', async (_what, statement) => {
    await api.createLicense()
    await expect(db().execute(statement)).rejects.toMatchObject({
      cause: { message: 'The activity log can only be added to.' },
    })
  })

  it('an administrator’s request can neither write nor delete it', async () => {
    const { docs } = await api.payload.find({ collection: 'activity-log', limit: 1 })
    const id = String(docs[0]?.id)
    const as = { collection: 'activity-log', overrideAccess: false, req: adminReq } as const
    await expect(api.payload.delete({ ...as, id })).rejects.toThrow(/not allowed/i)
    await expect(api.payload.update({ ...as, data: { label: 'x' }, id })).rejects.toThrow(
      /not allowed/i,
    )
  })
})
