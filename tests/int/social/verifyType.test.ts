import { randomUUID } from 'node:crypto'

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { createLicensingApi } from '../../../src/api/app'
import { openShop, type Shop } from './support/shop'

/** Client software activates with a purchase code that is no licence yet. */
let shop: Shop

beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())
afterEach(() => shop.social.local.answers.clear())

describe('activation with verify_type envato', () => {
  let key: string
  let api: ReturnType<typeof createLicensingApi>

  beforeAll(async () => {
    const apiKey = await shop.social.payload.create({
      collection: 'api-keys',
      context: {},
      data: { kind: 'external', name: 'Key' } as never,
    })
    key = (apiKey as unknown as { key: string }).key
    api = createLicensingApi({ clientIp: () => '192.0.2.7', payload: shop.social.payload })
    await shop.social.payload.updateGlobal({
      data: { envatoPersonalToken: 'personal token' },
      slug: 'settings',
    })
  })

  async function activate(code: string, verifyType: string, productId = 'THEME') {
    const response = await api.fetch(
      new Request('http://localhost:3000/api/external/license/activate', {
        body: JSON.stringify({
          license_code: code,
          product_id: productId,
          verify_type: verifyType,
        }),
        headers: {
          'Content-Type': 'application/json',
          'X-API-KEY': key,
          'X-API-URL': 'https://shop.example.com',
        },
        method: 'POST',
      }),
    )
    return { body: (await response.json()) as Record<string, unknown>, response }
  }

  const sell = (code: string, sale: Record<string, unknown> = {}) =>
    shop.social.local.sales.set(code, {
      amount: '29.00',
      buyer: 'stranger',
      item: { id: 4711, name: 'Theme' },
      license: 'Regular License',
      sold_at: '2026-01-18T09:21:08+11:00',
      supported_until: '2027-05-06T09:21:08+10:00',
      ...sale,
    })

  it('looks a purchase code up that has no licence yet, writes it, and activates', async () => {
    const code = randomUUID()
    sell(code)
    expect((await activate(code, 'non_envato')).body).toMatchObject({ code: 'not_found' })
    expect(await shop.licenseWith(code)).toBeUndefined()
    expect((await activate(code, 'envato')).body).toMatchObject({ is_active: true })
    expect(await shop.licenseWith(code)).toMatchObject({
      comments: 'Envato: Regular License',
      isEnvato: true,
      supportUntil: '2027-05-05T23:21:08.000Z',
    })
    const asked = shop.social.local.asked.length
    expect((await activate(code, 'envato')).body).toMatchObject({ is_active: true })
    expect(shop.social.local.asked).toHaveLength(asked)
  })

  it('makes it the licence of the buyer who is known here', async () => {
    const { customer, person } = await shop.buyer([])
    const code = randomUUID()
    sell(code, { buyer: person.subject })
    await activate(code, 'envato')
    expect((await shop.licenseWith(code))?.customerId).toBe(customer.clientId)
  })

  it('ten times at the same time writes one licence', async () => {
    const code = randomUUID()
    sell(code)
    const answers = await Promise.all(Array.from({ length: 10 }, () => activate(code, 'envato')))
    expect(answers.map(({ body }) => body.is_active)).toEqual(Array<boolean>(10).fill(true))
  })

  it('refuses a code of another item, of another product, of no sale, and what is no purchase code', async () => {
    const [foreign, own] = [randomUUID(), randomUUID()]
    sell(foreign, { item: { id: 999 } })
    sell(own)
    await shop.social.payload.create({
      collection: 'products',
      data: { name: 'Other', referenceId: 'OTHER' },
    })
    const asked = shop.social.local.asked.length
    for (const [code, productId] of [
      [foreign, 'THEME'],
      [own, 'OTHER'],
      [randomUUID(), 'THEME'],
      ['not-a-purchase-code', 'THEME'],
      [`${own}/../`, 'THEME'],
    ] as const) {
      expect((await activate(code, 'envato', productId)).body).toMatchObject({ code: 'not_found' })
    }
    expect(shop.social.local.asked).toHaveLength(asked + 2)
  })

  it('answers 503, no verdict, within 5 seconds while Envato cannot be asked', async () => {
    const code = randomUUID()
    sell(code)
    for (const answer of ['silent', 'status', 'html', { json: {}, status: 429 }] as const) {
      shop.social.local.answers.set('/envato/v3/market/author/sale', answer)
      const started = performance.now()
      const { response } = await activate(code, 'envato')
      expect(performance.now() - started).toBeLessThan(5000)
      expect(response.status).toBe(503)
      expect(response.headers.get('retry-after')).toBe('30')
    }
    shop.social.local.answers.clear()
    expect((await activate(code, 'envato')).body).toMatchObject({ is_active: true })
  })
})
