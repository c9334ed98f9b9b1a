import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { License, Product } from '../../../payload-types'
import { warnOfExpiry } from '../../../src/expiry/warnOfExpiry'
import type { Queryable } from '../../../src/licensing/types'
import { createTestPayload, type TestPayload } from '../../support/payload'
import { type MailServer, startMailServer } from '../emails/support/mailServer'

/** Customers are told that a licence expires: those who own it, at the days of the settings, once each. */
let payload: Payload
let product: Product
let server: MailServer
let test: TestPayload

const password = 'a long enough password'
const dayMs = 24 * 60 * 60 * 1000
const expiresAt = new Date(Date.now() + 20 * dayMs).toISOString()
const daysBefore = (days: number) => new Date(new Date(expiresAt).getTime() - days * dayMs + 1000)

beforeAll(async () => {
  server = await startMailServer()
  Object.assign(process.env, { SMTP_URL: `smtp://127.0.0.1:${server.port}` })
  test = await createTestPayload()
  ;({ payload } = test)
  product = await payload.create({
    collection: 'products',
    data: { name: 'Ledger', referenceId: 'P' },
  })
})
afterAll(async () => {
  await test.close()
  await server.close()
})
beforeEach(async () => {
  server.mails.length = 0
  await db().execute(sql`delete from payload_jobs`)
  await db().execute(sql`delete from mails`)
  for (const collection of ['licenses', 'customers'] as const) {
    await payload.delete({ collection, where: { id: { exists: true } } })
  }
  await save({ expiryWarningDays: '30,7,1', expiryWarnings: true })
})

const db = () => (payload.db as unknown as { drizzle: Queryable }).drizzle
const save = (data: object) => payload.updateGlobal({ data, slug: 'settings' })

const createLicense = (data: Partial<License> = {}): Promise<License> =>
  payload.create({
    collection: 'licenses',
    data: { email: 'owner@example.com', expiresAt, product: product.id, ...data } as never,
  })

const createCustomer = (data: object) =>
  payload.create({
    collection: 'customers',
    data: { email: 'c@example.com', name: 'Cora', password, ...data },
  })

async function warnings(): Promise<unknown[]> {
  const { rows } = await db().execute(sql`
    select "to", data->>'days' as days from mails where template = 'expiryWarning' order by created_at, "to"`)
  return rows.map((row) => `${row.to as string} ${row.days as string}`)
}

const sendAll = () => payload.jobs.run({ limit: 100, queue: 'mail', silent: true })

describe('a warning', () => {
  it('comes once at each of its days, however often it is looked and the clock moves', async () => {
    await createLicense()
    const days = [60, 31, 30, 29, 30, 8, 7, 6, 2, 1, 0.5, 7, 30, -1]
    for (const day of days) await warnOfExpiry(payload, daysBefore(day))
    expect(await warnings()).toEqual([
      'owner@example.com 30',
      'owner@example.com 7',
      'owner@example.com 1',
    ])
  })

  it('is the nearest one only where it is switched on late', async () => {
    await createLicense()
    await warnOfExpiry(payload, daysBefore(5))
    expect(await warnings()).toEqual(['owner@example.com 7'])
  })

  it('is sent once with two workers at the same time', async () => {
    for (let index = 0; index < 150; index += 1)
      await createLicense({ email: `o${index}@example.com` })
    const now = daysBefore(5)
    const queued = await Promise.all([1, 2, 3, 4].map(() => warnOfExpiry(payload, now)))
    expect(queued.reduce((sum, count) => sum + count)).toBe(150)
    expect(new Set(await warnings()).size).toBe(150)
    const { rows } = await db().execute(sql`select count(*) as count from payload_jobs`)
    expect(Number(rows[0]?.count)).toBe(150)
  })

  it('comes anew after the licence was put off', async () => {
    const { id } = await createLicense()
    await warnOfExpiry(payload, daysBefore(5))
    const later = new Date(new Date(expiresAt).getTime() + 100 * dayMs)
    await payload.update({ collection: 'licenses', data: { expiresAt: later.toISOString() }, id })
    await warnOfExpiry(payload, daysBefore(5))
    expect(await warnings()).toHaveLength(1)
    await warnOfExpiry(payload, new Date(later.getTime() - 5 * dayMs))
    expect(await warnings()).toHaveLength(2)
  })

  it.each([
    ['the setting is off', { expiryWarnings: false }, {}],
    ['the licence is blocked', {}, { isValid: false }],
    ['the licence never expires', {}, { expiresAt: null }],
    ['it expired', {}, { expiresAt: '2020-01-01T00:00:00.000Z' }],
    ['nobody can be told', {}, { email: null }],
  ])('does not come where %s', async (_why, settings, data) => {
    await save(settings)
    await createLicense(data)
    expect(await warnOfExpiry(payload, daysBefore(5))).toBe(0)
    expect(await warnings()).toEqual([])
  })

  it('goes to the customer at a confirmed address, else to the address of the licence', async () => {
    const confirmedAt = new Date().toISOString()
    await createCustomer({ clientId: 'A', confirmedAt, email: 'a@example.com' })
    await createCustomer({ clientId: 'B', email: 'b@example.com' })
    await createLicense({ customerId: 'A', email: 'old@example.com' })
    await createLicense({ customerId: 'B', email: 'shop@example.com' })
    await createLicense({ customerId: 'B', email: null })
    await warnOfExpiry(payload, daysBefore(5))
    expect((await warnings()).sort()).toEqual(['a@example.com 7', 'shop@example.com 7'])
  })
})

describe('the mail', () => {
  it('is in the language of the customer and leads to the licence', async () => {
    await createCustomer({
      clientId: 'A',
      confirmedAt: new Date().toISOString(),
      email: 'a@example.com',
      language: 'de',
    })
    const { code, id } = await createLicense({ customerId: 'A', email: null })
    await warnOfExpiry(payload, daysBefore(5))
    await sendAll()
    expect(server.mails[0]?.subject).toBe('Ihre Lizenz für Ledger läuft in 20 Tagen ab')
    expect(server.mails[0]?.text).toContain(`/customer/product-licenses/${id}`)
    expect(server.mails[0]?.text).not.toContain(code)
  })

  it('is not sent where the licence was renewed, blocked or deleted meanwhile', async () => {
    const renewed = await createLicense()
    const blocked = await createLicense()
    const deleted = await createLicense()
    await warnOfExpiry(payload, daysBefore(5))
    const change = (id: string, data: object) =>
      payload.update({ collection: 'licenses', data, id })
    await change(renewed.id, { expiresAt: '2999-01-01T00:00:00.000Z' })
    await change(blocked.id, { isValid: false })
    await payload.delete({ collection: 'licenses', id: deleted.id })
    await sendAll()
    expect(server.mails).toHaveLength(0)
    const { docs } = await payload.find({ collection: 'mails' })
    expect(docs.map(({ status }) => status)).toEqual(['skipped', 'skipped', 'skipped'])
  })
})
