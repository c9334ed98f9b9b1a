import { sql } from '@payloadcms/db-postgres/drizzle'
import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Customer } from '../../../payload-types'
import { inTransaction } from '../../../src/accounts/inTransaction'
import { from, type TestApi } from '../api/support/api'
import { openLog, type TestLog } from './support/log'

/** What happened stands in the log exactly once if it happened, and not at all if it did not; and nobody rewrites it. */
let api: TestApi
let adminReq: TestLog['adminReq']
let customerOf: TestLog['customerOf']
let db: TestLog['db']
let entriesOf: TestLog['entriesOf']
let eventsOf: TestLog['eventsOf']

beforeAll(async () => {
  ;({ adminReq, api, customerOf, db, entriesOf, eventsOf } = await openLog())
})
afterAll(() => api.close())

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
    const { rows } = await db.execute(
      sql`select * from activity_log where event = 'settings.updated' order by at desc limit 1`,
    )
    expect(rows[0]).toMatchObject({
      actor_kind: 'admin',
      details: { rate_limit_per_minute: [3000, 2999], webhook_secret: [null, null] },
    })
    expect(JSON.stringify(rows)).not.toContain('secret secret')
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
    const { rows } = await db.execute(
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
    await expect(db.execute(statement)).rejects.toMatchObject({
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
