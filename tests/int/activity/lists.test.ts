import { sql } from '@payloadcms/db-postgres/drizzle'
import { createLocalReq } from 'payload'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { inTransaction } from '../../../src/accounts/inTransaction'
import type { TestApi } from '../api/support/api'
import { openLog, type TestLog } from './support/log'

/** What changed in lists, which are in tables of their own that the log's triggers do not see. */
let adminReq: TestLog['adminReq']
let api: TestApi
let db: TestLog['db']
let entriesOf: TestLog['entriesOf']

beforeAll(async () => {
  ;({ adminReq, api, db, entriesOf } = await openLog())
})
afterAll(() => api.close())

it('lists of a licence, which are in tables of their own', async () => {
  const { id } = await api.createLicense()
  await api.payload.update({ collection: 'licenses', data: { domains: ['*.example.com'] }, id })
  const entitlements = [{ name: 'seats', kind: 'number' as const, value: '5' }]
  await api.payload.update({
    collection: 'licenses',
    data: { comments: 'more', domains: [], entitlements, ips: ['10.0.0.*'] },
    id,
  })
  await api.payload.update({ collection: 'licenses', data: { domains: [], entitlements }, id })
  const entries = await entriesOf('license_id', id)
  expect(entries.map(({ details, event }) => [event, details])).toEqual([
    ['license.created', null],
    ['license.updated', { domains: [[], ['*.example.com']] }],
    [
      'license.updated',
      {
        comments: [null, 'more'],
        domains: [['*.example.com'], []],
        entitlements: [[], entitlements],
        ips: [[], ['10.0.0.*']],
      },
    ],
    // Saved again without a change.
    ['license.updated', {}],
  ])
})

it('lists of many licences at once, each with its own', async () => {
  const licenses = await Promise.all([1, 2, 3].map(() => api.createLicense()))
  const ids = licenses.map(({ id }) => id)
  for (const [index, id] of ids.entries()) {
    await api.payload.update({
      collection: 'licenses',
      data: { ips: [`192.0.2.${index}`] },
      id,
    })
  }
  await api.payload.update({
    collection: 'licenses',
    data: { ips: ['10.0.0.1'] },
    where: { id: { in: ids } },
  })
  for (const [index, id] of ids.entries()) {
    const entries = await entriesOf('license_id', id)
    expect(entries.at(-1)?.details).toEqual({ ips: [[`192.0.2.${index}`], ['10.0.0.1']] })
  }
})

it('lists of the settings, of addresses of webhooks only where they lead', async () => {
  await api.saveSettings({ developmentHosts: ['staging.*'], webhookUrls: [] })
  await api.payload.updateGlobal({
    slug: 'settings',
    data: {
      developmentHosts: ['dev.*'],
      webhookEvents: ['license.created'],
      webhookSecret: 'a very secret secret',
      webhookUrls: ['https://hooks.example.com/services/private-part'],
    },
    req: adminReq,
  })
  const { rows } = await db.execute(
    sql`select details from activity_log where event = 'settings.updated' order by at desc limit 1`,
  )
  expect(rows[0]?.details).toMatchObject({
    development_hosts: [['staging.*'], ['dev.*']],
    webhook_events: [[], ['license.created']],
    webhook_urls: [[], ['https://hooks.example.com/…']],
  })
  await api.saveSettings({ webhookEvents: [], webhookUrls: [] })
})

it('what was not written after all is not said of the next change', async () => {
  const { id } = await api.createLicense()
  const req = await createLocalReq({}, api.payload)
  await inTransaction(req, async () => {
    const refused = await api.payload.update({
      collection: 'licenses',
      data: {
        entitlements: [{ name: '!!', kind: 'text', value: 'x' }],
        ips: ['10.0.0.1'],
      },
      req,
      where: { id: { equals: id } },
    })
    expect(refused.errors).toHaveLength(1)
    await api.payload.update({ collection: 'licenses', data: { comments: 'later' }, id, req })
  })
  const { details } = (await entriesOf('license_id', id)).at(-1) ?? {}
  expect(details).toEqual({ comments: [null, 'later'] })
})
