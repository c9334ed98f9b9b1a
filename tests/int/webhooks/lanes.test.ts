import { sql } from '@payloadcms/db-postgres/drizzle'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import type { Queryable } from '../../../src/licensing/types'
import { atOnce, attemptMs, deliverDue } from '../../../src/webhooks/deliverDue'
import { leaseSeconds } from '../../../src/webhooks/repository'
import { openApi, type TestApi } from '../api/support/api'
import { ca, openReceiver, type Receiver } from './receiver'

/** Addresses do not wait for each other. */
let api: TestApi
let good: Receiver
let hanging: Receiver

beforeAll(async () => {
  api = await openApi()
  good = await openReceiver()
})
beforeEach(async () => {
  hanging = await openReceiver()
  hanging.reply({ delayMs: 20_000, status: 200 })
  // The one that hangs is the first to be due.
  await api.saveSettings({ webhookSecret: 'secret', webhookUrls: [hanging.url(), good.url()] })
  await db().execute(sql`delete from webhook_deliveries`)
  good.received.length = 0
})
afterEach(() => hanging.close())
afterAll(async () => {
  await good.close()
  await api.close()
})

const db = () => (api.payload.db as unknown as { drizzle: Queryable }).drizzle
const deliver = (timeoutMs?: number, signal?: AbortSignal) =>
  deliverDue(api.payload, signal, { allowPrivate: true, ca, timeoutMs })
const create = async (count: number) => {
  for (let index = 0; index < count; index += 1) await api.createLicense()
}
const has = (count: number) =>
  vi.waitFor(() => expect(good.received).toHaveLength(count), { interval: 20, timeout: 9000 })
const hangingRows = async (condition = sql`true`) =>
  (
    await db().execute(sql`
      select * from webhook_deliveries where url = ${hanging.url()} and ${condition} order by occurred_at`)
  ).rows

describe('beside an address that does not answer', () => {
  it('another gets its messages, in their order, and what happens meanwhile', async () => {
    await create(20)
    const stopping = new AbortController()
    const sent = deliver(5000, stopping.signal)
    await has(20)
    expect(hanging.received.length).toBeLessThanOrEqual(2)
    await create(1)
    await has(21)
    expect(hanging.received.length).toBeLessThanOrEqual(2)
    stopping.abort()
    const times = good.received.map(({ headers }) => String(headers['x-webhook-timestamp']))
    expect(times).toEqual([...times].sort())
    expect(await sent).toBe(21 + hanging.received.length)
    const tried = await hangingRows(sql`attempts = 1 and last_error like 'There was no answer%'`)
    expect(tried).toHaveLength(hanging.received.length)
    // What was taken and not tried is due as if nobody had taken it.
    expect(await hangingRows(sql`attempts = 0 and next_attempt_at <= now()`)).toHaveLength(
      21 - tried.length,
    )
  })

  it('ten others are served, and an eleventh after one of them', async () => {
    const paths = Array.from({ length: 10 }, (_, index) => hanging.url(`/${index}`))
    await api.saveSettings({ webhookUrls: paths })
    await create(1)
    await api.saveSettings({ webhookUrls: [good.url()] })
    await create(1)
    const sent = deliver(3000)
    await vi.waitFor(() => expect(hanging.received).toHaveLength(10), { timeout: 2500 })
    expect(good.received).toHaveLength(0)
    expect(await sent).toBe(11)
    expect(good.received).toHaveLength(1)
  })
})

describe('of one address', () => {
  it('no more is taken than can be tried before it is due again', async () => {
    expect(atOnce * attemptMs).toBeLessThan(leaseSeconds * 1000)
    await create(12)
    const taken: number[] = []
    const sent = deliver(200)
    const watching = setInterval(() => {
      void hangingRows(sql`attempts > 0 and last_error is null and next_attempt_at > now()`).then(
        ({ length }) => taken.push(length),
      )
    }, 20)
    expect(await sent).toBe(24)
    clearInterval(watching)
    expect(Math.max(...taken)).toBe(atOnce)
    const times = hanging.received.map(({ headers }) => String(headers['x-webhook-timestamp']))
    expect(times).toEqual([...times].sort())
  })

  it('two workers take each message once', async () => {
    await create(12)
    const counts = await Promise.all([deliver(200), deliver(200)])
    expect(counts[0] + counts[1]).toBe(24)
    const ids = hanging.received.map(({ headers }) => headers['x-webhook-id'])
    expect([ids.length, new Set(ids).size]).toEqual([12, 12])
  })
})

it('a database that fails is told of when the other lanes have ended', async () => {
  await create(1)
  await db().execute(sql`
    alter table webhook_deliveries add constraint broken check (status <> 'delivered') not valid`)
  await expect(deliver(500)).rejects.toThrow()
  expect(await hangingRows(sql`last_error is not null`)).toHaveLength(1)
  await db().execute(sql`alter table webhook_deliveries drop constraint broken`)
})
