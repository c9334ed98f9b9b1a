import { sql } from '@payloadcms/db-postgres/drizzle'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { requeue } from '../../../src/webhooks/repository'
import { type Office, openOffice } from './support/office'

/** Receivers that fail, and workers that die: messages are sent at least once, under one id. */
let api: Office['api']
let db: Office['db']
let deliver: Office['deliver']
let makeDue: Office['makeDue']
let office: Office
let receiver: Office['receiver']
let rowsOf: Office['rowsOf']

beforeAll(async () => {
  office = await openOffice()
  ;({ api, db, deliver, makeDue, receiver, rowsOf } = office)
})
beforeEach(() => office.begin())
afterAll(() => office.close())

describe('a receiver that fails', () => {
  it.each([
    ['an error', { body: 'no', status: 500 }, { last_error: null, response_body: 'no' }],
    ['a redirect', { headers: { location: '/elsewhere' }, status: 302 }, { last_error: null }],
    ['a page without an end', { body: 'x'.repeat(5_000_000), status: 500 }, {}],
  ])('is asked again after %s, with the same bytes and id', async (_what, reply, row) => {
    receiver.reply(reply)
    await api.createLicense()
    await deliver()
    expect(await rowsOf()).toMatchObject([
      { ...row, attempts: '1', response_status: String(reply.status), status: 'queued' },
    ])
    expect(receiver.received).toHaveLength(1)
    receiver.reply({ status: 204 })
    await deliver()
    expect(receiver.received).toHaveLength(1)
    await makeDue()
    await deliver()
    const [first, second] = receiver.received
    expect([second?.body, second?.headers['x-webhook-id']]).toEqual([
      first?.body,
      first?.headers['x-webhook-id'],
    ])
    expect(await rowsOf()).toMatchObject([{ attempts: '2', status: 'delivered' }])
  })

  it('is given up after eight attempts, and asked again when an administrator says so', async () => {
    receiver.reply({ status: 503 })
    await api.createLicense()
    for (let attempt = 0; attempt < 8; attempt += 1) {
      await makeDue()
      await deliver()
    }
    await deliver()
    const [row] = await rowsOf()
    expect(row).toMatchObject({ attempts: '8', next_attempt_at: null, status: 'failed' })
    receiver.reply({ status: 200 })
    expect(await requeue(db(), String(row?.id))).toBe(true)
    await deliver()
    expect(await rowsOf()).toMatchObject([{ attempts: '1', status: 'delivered' }])
  })

  it('that nobody answers for leaves the reason', async () => {
    await api.saveSettings({ webhookUrls: ['https://localhost:1/hook'] })
    await api.createLicense()
    await deliver()
    expect(await rowsOf()).toMatchObject([
      { last_error: expect.stringContaining('ECONNREFUSED') as string, status: 'queued' },
    ])
    await api.saveSettings({ webhookUrls: [receiver.url()] })
  })

  it('is not waited for where an administrator says so, unless it is being sent just now', async () => {
    receiver.reply({ status: 503 })
    await api.createLicense()
    const [fresh] = await rowsOf()
    expect(await requeue(db(), String(fresh?.id))).toBe(false)
    await deliver()
    receiver.reply({ status: 200 })
    await deliver()
    expect(receiver.received).toHaveLength(1)
    expect(await requeue(db(), String(fresh?.id))).toBe(true)
    await deliver()
    expect(await rowsOf()).toMatchObject([{ attempts: '1', status: 'delivered' }])
  })
})

describe('two workers', () => {
  it('send each message once', async () => {
    for (let index = 0; index < 15; index += 1) await api.createLicense()
    await Promise.all([deliver(), deliver()])
    const ids = receiver.received.map(({ headers }) => headers['x-webhook-id'])
    expect(ids).toHaveLength(15)
    expect(new Set(ids).size).toBe(15)
  })

  it('one of which died: the message is due again, and not lost', async () => {
    await api.createLicense()
    await db().execute(sql`
      update webhook_deliveries set attempts = 1, next_attempt_at = now() + interval '60 seconds'`)
    await deliver()
    expect(receiver.received).toHaveLength(0)
    await makeDue()
    await deliver()
    expect(receiver.received).toHaveLength(1)
  })
})
