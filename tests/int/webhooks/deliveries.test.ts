import { createHmac } from 'node:crypto'

import { sql } from '@payloadcms/db-postgres/drizzle'
import { createLocalReq } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { inTransaction } from '../../../src/accounts/inTransaction'
import type { Queryable } from '../../../src/licensing/types'
import { deliverDue } from '../../../src/webhooks/deliverDue'
import { requeue } from '../../../src/webhooks/repository'
import { from, openApi, type TestApi } from '../api/support/api'
import { ca, openReceiver, type Received, type Receiver } from './receiver'

/** Other systems hear of what happened: signed, at least once, under one id, and of nothing that did not happen. */
const secret = 'a secret that both sides know'
let api: TestApi
let receiver: Receiver

beforeAll(async () => {
  api = await openApi()
  receiver = await openReceiver()
  await api.saveSettings({ webhookSecret: secret, webhookUrls: [receiver.url()] })
})
beforeEach(async () => {
  receiver.reply({ status: 200 })
  await db().execute(sql`delete from webhook_deliveries`)
  receiver.received.length = 0
})
afterAll(async () => {
  await receiver.close()
  await api.close()
})

const db = () => (api.payload.db as unknown as { drizzle: Queryable }).drizzle
const deliver = () => deliverDue(api.payload, undefined, { allowPrivate: true, ca })
const rowsOf = async () =>
  (await db().execute(sql`select * from webhook_deliveries order by occurred_at`)).rows
const makeDue = () =>
  db().execute(sql`update webhook_deliveries set next_attempt_at = now() - interval '1 second'`)

const messages = () =>
  receiver.received.map(({ body }) => JSON.parse(body) as { event_type: string; payload: object })
const hmac = (text: string) => createHmac('sha256', secret).update(text).digest('hex')

const activate = (code: string, domain: string) =>
  api.call('POST', '/external/license/activate', {
    body: { license_code: code, product_id: 'TIDEMARK' },
    headers: from(domain),
  })

describe('a message', () => {
  it('has the event, the moment and the subject in the words of the API, and is signed', async () => {
    const { code } = await api.createLicense({ domains: ['*.example.com'], parallelUses: 2 })
    await deliver()
    const { body, headers } = receiver.received[0] as Received
    const { event_type: event, payload, timestamp } = JSON.parse(body) as Record<string, unknown>
    expect(Object.keys(JSON.parse(body) as object)).toEqual(['event_type', 'timestamp', 'payload'])
    expect(event).toBe('license.created')
    expect(payload).toMatchObject({
      domains: ['*.example.com'],
      license_code: code,
      parallel_uses: 2,
      product_reference_id: 'TIDEMARK',
      status: 'active',
    })
    expect(headers).toMatchObject({
      'content-type': 'application/json',
      'x-webhook-event': 'license.created',
      'x-webhook-replay-signature': hmac(
        `${String(headers['x-webhook-id'])}.${String(timestamp)}.${body}`,
      ),
      'x-webhook-signature': hmac(body),
      'x-webhook-timestamp': timestamp,
    })
  })

  it('shows a licence as the internal API does, without the comments', async () => {
    const { code } = await api.createLicense({ comments: 'only for us' })
    await deliver()
    const { body } = await api.call('GET', `/internal/product-licenses/${code}`)
    const { comments, ...shown } = body.data as Record<string, unknown>
    expect(comments).toBe('only for us')
    expect(messages()[0]?.payload).toEqual(shown)
  })

  it('follows each change of licence, activation and customer, in their order', async () => {
    const { code, id } = await api.createLicense({ parallelUses: 1 })
    await activate(code, 'one.example.com')
    await activate(code, 'two.example.com')
    await api.call('POST', `/internal/blocked-product-licenses/${id}`)
    const customer = await api.payload.create({
      collection: 'customers',
      data: { email: 'hook@example.com', name: 'Ada', password: 'a long enough password' },
    })
    await api.payload.delete({ collection: 'customers', id: customer.id })
    await deliver()
    expect(messages().map(({ event_type }) => event_type)).toEqual([
      'license.created',
      'activation.created',
      'activation.refused',
      'license.blocked',
      'customer.created',
      'customer.deleted',
    ])
    expect(messages()[1]?.payload).toMatchObject({ domain: 'one.example.com', license_code: code })
    expect(messages()[2]?.payload).toMatchObject({
      code: 'limit_reached',
      domain: 'two.example.com',
    })
    expect(messages()[4]?.payload).toEqual({
      client_id: customer.clientId,
      confirmed_at: null,
      created_at: expect.any(String) as string,
      disabled_at: null,
      email: 'hook@example.com',
      id: customer.id,
      name: 'Ada',
      updated_at: expect.any(String) as string,
    })
  })

  it('is not sent for what was rolled back, nor for guessed codes', async () => {
    const req = await createLocalReq({}, api.payload)
    const failing = inTransaction(req, async () => {
      await api.payload.create({
        collection: 'licenses',
        data: { product: api.product.id, type: 'trial' },
        req,
      })
      throw new Error('too late')
    })
    await expect(failing).rejects.toThrow('too late')
    await activate('NO-SUCH-CODE', 'guess.example.com')
    await deliver()
    expect(receiver.received).toEqual([])
  })
})

describe('addresses and events of the settings', () => {
  it('each address gets each event, with the same id', async () => {
    await api.saveSettings({ webhookUrls: [receiver.url('/a'), receiver.url('/b')] })
    await api.createLicense()
    await deliver()
    expect(receiver.received.map(({ path }) => path).sort()).toEqual(['/a', '/b'])
    expect(new Set(receiver.received.map(({ headers }) => headers['x-webhook-id'])).size).toBe(1)
    await api.saveSettings({ webhookUrls: [receiver.url()] })
  })

  it('only the events that are chosen are sent', async () => {
    await api.saveSettings({ webhookEvents: ['activation.created'] })
    const { code } = await api.createLicense()
    await activate(code, 'chosen.example.com')
    await deliver()
    expect(messages().map(({ event_type }) => event_type)).toEqual(['activation.created'])
    await api.saveSettings({ webhookEvents: [] })
  })

  it.each([
    ['http://hooks.example.com'],
    ['https://user:password@hooks.example.com'],
    ['not an address'],
  ])('refuse %s', async (url) => {
    await expect(api.saveSettings({ webhookUrls: [url] })).rejects.toThrow(/Addresses/)
  })

  it('refuse addresses without a secret', async () => {
    await expect(
      api.saveSettings({ webhookSecret: null, webhookUrls: [receiver.url()] }),
    ).rejects.toThrow(/Addresses/)
  })
})

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

it('never reaches an address inside, whatever name it has', async () => {
  await api.createLicense()
  await deliverDue(api.payload, undefined, { ca })
  expect(receiver.received).toEqual([])
  expect(await rowsOf()).toMatchObject([{ last_error: 'The address is not a public one.' }])
})
