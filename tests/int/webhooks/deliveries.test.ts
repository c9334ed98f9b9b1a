import { createHmac } from 'node:crypto'

import { createLocalReq } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { inTransaction } from '../../../src/accounts/inTransaction'
import { deliverDue } from '../../../src/webhooks/deliverDue'
import { from } from '../api/support/api'
import { ca, type Received } from './receiver'
import { type Office, openOffice, secret } from './support/office'

/** Other systems hear of what happened: signed, and of nothing that did not happen. */
let api: Office['api']
let deliver: Office['deliver']
let office: Office
let receiver: Office['receiver']
let rowsOf: Office['rowsOf']

beforeAll(async () => {
  office = await openOffice()
  ;({ api, deliver, receiver, rowsOf } = office)
})
beforeEach(() => office.begin())
afterAll(() => office.close())

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

  it('says that an activation ended which was deleted while it was active', async () => {
    const { code } = await api.createLicense({})
    await activate(code, 'deleted.example.com')
    await api.payload.delete({
      collection: 'activations',
      where: { domain: { equals: 'deleted.example.com' } },
    })
    await deliver()
    const last = JSON.parse(receiver.received.at(-1)?.body ?? '') as Record<string, unknown>
    expect(last).toMatchObject({
      event_type: 'activation.deactivated',
      payload: { deactivated_at: last.timestamp, domain: 'deleted.example.com', is_active: false },
    })
  })

  it('has every moment in one form', async () => {
    const { code } = await api.createLicense({ expiresAt: '2099-01-01' })
    await activate(code, 'moments.example.com')
    await api.payload.create({
      collection: 'customers',
      data: {
        confirmedAt: '2026-01-02T03:04:05.060Z',
        email: 'moments@example.com',
        name: 'Moments',
        password: 'a tangerine under seven bridges',
      },
    })
    await deliver()
    const moments = receiver.received.flatMap(
      ({ body }) => body.match(/"\d{4}-\d\d-\d\dT[^"]*"/g) ?? [],
    )
    expect(moments.length).toBeGreaterThan(9)
    for (const moment of moments) expect(moment).toMatch(/^"[\d-]+T[\d:]+\.\d{3}Z"$/)
    expect(messages().at(-1)?.payload).toMatchObject({
      confirmed_at: '2026-01-02T03:04:05.060Z',
      disabled_at: null,
    })
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

it('never reaches an address inside, whatever name it has', async () => {
  await api.createLicense()
  await deliverDue(api.payload, undefined, { ca })
  expect(receiver.received).toEqual([])
  expect(await rowsOf()).toMatchObject([{ last_error: 'The address is not a public one.' }])
})
