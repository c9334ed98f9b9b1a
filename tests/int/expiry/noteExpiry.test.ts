import { sql } from '@payloadcms/db-postgres/drizzle'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { License } from '../../../payload-types'
import { deleteOldActivity } from '../../../src/activity/deleteOldActivity'
import { noteExpiry } from '../../../src/expiry/noteExpiry'
import type { Queryable } from '../../../src/licensing/types'
import { openApi, type TestApi } from '../api/support/api'

/** An end comes by itself: nobody writes anything, and yet it is logged and told, once. */
const hourMs = 60 * 60 * 1000
const dayMs = 24 * hourMs
let api: TestApi
let now: Date

beforeAll(async () => {
  api = await openApi()
  await api.saveSettings({
    expiryWarningDays: '7,1',
    webhookSecret: 'a secret that both sides know',
    webhookUrls: ['https://hooks.example.com/'],
  })
})
beforeEach(async () => {
  now = new Date()
  await db().execute(sql`delete from payload_kv`)
  await db().execute(sql`delete from webhook_deliveries`)
  await db().execute(sql`update licenses set expires_at = null, updates_until = null`)
  await noteExpiry(api.payload, now)
})
afterAll(() => api.close())

const db = () => (api.payload.db as unknown as { drizzle: Queryable }).drizzle
const later = (ms: number) => new Date(now.getTime() + ms)

const issue = (data: Partial<License>) => api.createLicense(data)
const edit = ({ id }: License, data: Partial<License>) =>
  api.payload.update({ collection: 'licenses', data, id })

/** As if everything was noted up to now, however far the tests went on. */
const markNow = () =>
  db().execute(sql`
    update payload_kv set data = to_jsonb(now()::text) where key = 'license-manager:expiry-noted-until'`)

async function eventsOf({ id }: License): Promise<unknown[]> {
  const { rows } = await db().execute(sql`
    select event, details from activity_log where license_id = ${id} and event <> 'license.created' order by at`)
  return rows.map(({ details, event }) => {
    const { days } = (details ?? {}) as { days?: number }
    return days === undefined ? event : `${String(event)} ${days}`
  })
}

describe('a licence', () => {
  it('is told seven days before, one day before and at its end, each once', async () => {
    const license = await issue({ expiresAt: later(8 * dayMs).toISOString() })
    for (const hours of [1, 30, 31, 100, 169, 170, 191.9, 193, 194, 400]) {
      await noteExpiry(api.payload, later(hours * hourMs))
    }
    expect(await eventsOf(license)).toEqual([
      'license.expiring 7',
      'license.expiring 1',
      'license.expired',
    ])
    const { rows } = await db().execute(sql`
      select event_type from webhook_deliveries where event_type <> 'license.created' order by occurred_at`)
    expect(rows.map((row) => row.event_type)).toEqual([
      'license.expiring',
      'license.expiring',
      'license.expired',
    ])
  })

  it('is told once by two workers at the same time', async () => {
    const license = await issue({ expiresAt: later(hourMs).toISOString() })
    await Promise.all([1, 2, 3].map(() => noteExpiry(api.payload, later(2 * hourMs))))
    expect(await eventsOf(license)).toEqual(['license.expired'])
  })

  it('is told when nobody looked for a week', async () => {
    const license = await issue({ expiresAt: later(3 * dayMs).toISOString() })
    await noteExpiry(api.payload, later(7 * dayMs))
    expect(await eventsOf(license)).toEqual(['license.expiring 1', 'license.expired'])
  })

  it('that is blocked is not told, and the end of its updates is an event of its own', async () => {
    const blocked = await issue({ expiresAt: later(hourMs).toISOString(), isValid: false })
    const updates = await issue({ updatesUntil: later(hourMs).toISOString() })
    await noteExpiry(api.payload, later(2 * hourMs))
    expect(await eventsOf(blocked)).toEqual([])
    expect(await eventsOf(updates)).toEqual(['license.update_support_expired'])
  })

  it('that an administrator ends, or lets end in the past, is told of once', async () => {
    const ended = await issue({ expiresAt: later(30 * dayMs).toISOString() })
    const created = await issue({ expiresAt: later(-dayMs).toISOString() })
    const updates = await issue({})
    await edit(ended, { expiresAt: later(-dayMs).toISOString() })
    await edit(updates, { updatesUntil: later(-2 * dayMs).toISOString() })
    await noteExpiry(api.payload, later(hourMs))
    await edit(ended, { comments: 'Paid back' })
    await edit(created, { comments: 'Long over' })
    await edit(created, { expiresAt: later(-3 * dayMs).toISOString() })
    await noteExpiry(api.payload, later(2 * hourMs))
    const expiries = async (license: License) =>
      (await eventsOf(license)).filter((event) => event !== 'license.updated')
    expect(await expiries(ended)).toEqual(['license.expired'])
    expect(await expiries(updates)).toEqual(['license.update_support_expired'])
    expect(await expiries(created)).toEqual([])
    const { rows } = await db().execute(sql`
      select event_type from webhook_deliveries where event_type like '%expired' order by event_type`)
    expect(rows.map((row) => row.event_type)).toEqual([
      'license.expired',
      'license.update_support_expired',
    ])
  })

  it('that is renewed and ended again is told of again, and of many every one', async () => {
    const license = await issue({ expiresAt: later(hourMs).toISOString() })
    await noteExpiry(api.payload, later(2 * hourMs))
    await edit(license, { expiresAt: later(300 * dayMs).toISOString() })
    await markNow()
    await edit(license, { expiresAt: later(-hourMs).toISOString() })
    await noteExpiry(api.payload, later(3 * hourMs))
    const told = (await eventsOf(license)).filter((event) => event === 'license.expired')
    expect(told).toHaveLength(2)

    await markNow()
    await db().execute(sql`
      insert into licenses (code, code_key, product_id, type, expires_at, is_valid)
      select 'BULK-' || n, 'BULK-' || n, product_id, type, now() + interval '9 days', true
      from licenses, generate_series(1, 1200) n where id = ${license.id}`)
    await db().execute(
      sql`update licenses set expires_at = now() - interval '9 days', updated_at = now() where code like 'BULK-%'`,
    )
    expect(await noteExpiry(api.payload, later(4 * hourMs))).toBe(1200)
    expect(await noteExpiry(api.payload, later(5 * hourMs))).toBe(0)
  })

  it('is not told again when the clock goes back', async () => {
    const license = await issue({ expiresAt: later(hourMs).toISOString() })
    await noteExpiry(api.payload, later(2 * hourMs))
    await noteExpiry(api.payload, later(0))
    await noteExpiry(api.payload, later(3 * hourMs))
    expect(await eventsOf(license)).toEqual(['license.expired'])
  })
})

it('what the log has kept long enough leaves it, and nothing else', async () => {
  const license = await issue({})
  await db().execute(sql`
    insert into activity_log (at, event, actor_kind, license_id)
    values (now() - interval '366 days', 'license.updated', 'system', ${license.id}),
      (now() - interval '364 days', 'license.blocked', 'system', ${license.id})`)
  expect(await deleteOldActivity(api.payload)).toBe(1)
  expect(await eventsOf(license)).toEqual(['license.blocked'])
})
