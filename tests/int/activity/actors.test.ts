import { sql } from '@payloadcms/db-postgres/drizzle'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { restOf, tokenOf } from '../../support/rest'
import { from, type TestApi } from '../api/support/api'
import { openLog, type TestLog } from './support/log'

/** The log says who did what and from where, and of nobody what another did. */
let api: TestApi
let admin: TestLog['admin']
let adminReq: TestLog['adminReq']
let db: TestLog['db']
let entriesOf: TestLog['entriesOf']

beforeAll(async () => {
  ;({ admin, adminReq, api, db, entriesOf } = await openLog())
})
afterAll(() => api.close())

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

  it('an administrator who replaces the key of certificates', async () => {
    const { payload } = api
    const credentials = { email: 'admin@example.com', password: 'a long enough password' }
    const token = await tokenOf(payload, 'users', credentials)
    const { status } = await restOf(api)('POST', '/signing-keys/rotate', { token })
    expect(status).toBe(200)
    const { rows } = await db.execute(sql`
      select event, actor_kind, actor_id, actor_label from activity_log
      where event in ('signing_key.created', 'signing_key.retired') order by at desc limit 1`)
    expect(rows).toEqual([
      {
        actor_id: admin.id,
        actor_kind: 'admin',
        actor_label: 'admin@example.com',
        event: 'signing_key.created',
      },
    ])
  })

  it('the system, where nobody was named: somebody at the console as well', async () => {
    const { id } = await api.createLicense()
    await db.execute(sql`update licenses set is_valid = false where id = ${id}`)
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
      await db.execute(sql`update licenses set invoice = ${`${round}`} where id = ${id}`)
    }
    const entries = (await entriesOf('license_id', id)).slice(1)
    expect(entries.map(({ actor_kind }) => actor_kind)).toEqual(
      Array.from({ length: 24 }, (_, index) => (index % 2 === 0 ? 'admin' : 'system')),
    )
  })
})
