import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { License, Product } from '../../../payload-types'
import { createTestPayload, type TestPayload } from '../../support/payload'
import { type Rest, restOf, tokenOf } from '../../support/rest'

/** What administrators do to many licences at once, and making many. */
let admin: string
let payload: Payload
let product: Product
let rest: Rest
let test: TestPayload

const password = 'a long enough password'

beforeAll(async () => {
  test = await createTestPayload()
  ;({ payload } = test)
  rest = restOf(test)
  await payload.create({ collection: 'users', data: { email: 'admin@example.com', password } })
  admin = await tokenOf(payload, 'users', { email: 'admin@example.com', password })
  product = await payload.create({
    collection: 'products',
    data: { name: 'Product', referenceId: 'P' },
  })
})
afterAll(() => test.close())

const createLicense = (data: Partial<License> = {}): Promise<License> =>
  payload.create({ collection: 'licenses', data: { product: product.id, ...data } as never })

const read = (id: string) => payload.findByID({ collection: 'licenses', id })

const bulk = (name: string, body: object, token: string | undefined = admin) =>
  rest('POST', `/licenses/bulk/${name}`, { body, token })

describe('many licences at once', () => {
  it('are blocked and unblocked; those that were are unchanged', async () => {
    const ids = [(await createLicense()).id, (await createLicense({ isValid: false })).id]
    expect((await bulk('block', { ids })).body).toEqual({ done: 1, failed: 0, skipped: 1 })
    for (const id of ids) expect((await read(id)).status).toBe('blocked')
    expect((await bulk('unblock', { ids })).body).toEqual({ done: 2, failed: 0, skipped: 0 })
    for (const id of ids) expect((await read(id)).status).toBe('active')
  })

  it('are extended from their date, or from today where it has passed', async () => {
    const coming = await createLicense({ expiresAt: '2999-01-01T00:00:00.000Z' })
    const passed = await createLicense({ expiresAt: '2020-01-01T00:00:00.000Z' })
    const never = await createLicense()
    const ids = [coming.id, passed.id, never.id]
    const { body } = await bulk('extend', { date: 'expiresAt', days: 10, ids })
    expect(body).toEqual({ done: 2, failed: 0, skipped: 1 })
    expect((await read(coming.id)).expiresAt).toBe('2999-01-11T00:00:00.000Z')
    const until = new Date((await read(passed.id)).expiresAt ?? 0).getTime()
    expect(Math.abs(until - Date.now() - 10 * 24 * 60 * 60 * 1000)).toBeLessThan(60_000)
    expect((await read(never.id)).expiresAt).toBeFalsy()
  })

  it('are extended as often as it is asked for, at the same time too', async () => {
    const { id } = await createLicense({ expiresAt: '2999-01-01T00:00:00.000Z' })
    await Promise.all(
      Array.from({ length: 10 }, () => bulk('extend', { date: 'expiresAt', days: 1, ids: [id] })),
    )
    expect((await read(id)).expiresAt).toBe('2999-01-11T00:00:00.000Z')
  })

  it.each([
    { date: 'createdAt', days: 1 },
    { date: 'expiresAt', days: 0 },
    { date: 'expiresAt', days: 1.5 },
    { date: 'expiresAt', days: '30' },
    { date: 'expiresAt', days: 100_000 },
  ])('are not extended by %o', async (fields) => {
    const { id } = await createLicense({ expiresAt: '2999-01-01T00:00:00.000Z' })
    expect((await bulk('extend', { ...fields, ids: [id] })).status).toBe(400)
  })

  it('that are gone are left out', async () => {
    const { body } = await bulk('block', { ids: [crypto.randomUUID()] })
    expect(body).toEqual({ done: 0, failed: 0, skipped: 1 })
  })
})

describe('the generator', () => {
  it('makes licences alike, with codes of their own in the pattern that is asked for', async () => {
    const pattern = 'TIDE-XXXXXXXXX-XXXXXXXXX-XXXXXXXXX'
    const data = { email: 'Buyer@Example.com', parallelUses: 3, product: product.id, type: 'trial' }
    const { body, status } = await bulk('generate', { count: 100, data, pattern })
    expect(status).toBe(200)
    const made = body.licenses as { code: string; id: string }[]
    expect(new Set(made.map(({ code }) => code)).size).toBe(100)
    for (const { code } of made) expect(code).toMatch(/^TIDE(-[0-9A-Z]{9}){3}$/)
    expect(await read(made[0]?.id ?? '')).toMatchObject({
      email: 'buyer@example.com',
      parallelUses: 3,
      type: 'trial',
    })
  })

  it('takes the format of the settings without a pattern', async () => {
    const { body } = await bulk('generate', { count: 1, data: { product: product.id } })
    const [made] = body.licenses as { code: string }[]
    expect(made?.code).toMatch(/^([0-9A-Z]{7}-){3}[0-9A-Z]{7}$/)
  })

  it('takes no code from the form, so that none is made twice', async () => {
    const data = { code: 'MINE', product: product.id }
    const { body } = await bulk('generate', { count: 2, data })
    for (const { code } of body.licenses as { code: string }[]) expect(code).not.toBe('MINE')
  })

  it.each([
    ['a guessable pattern', { count: 1, pattern: 'ABC-999' }],
    ['no number', { count: 'many' }],
    ['none', { count: 0 }],
    ['too many', { count: 101 }],
    ['no product', { count: 1, data: {} }],
    ['a product that is not there', { count: 1, data: { product: crypto.randomUUID() } }],
    ['a limit below one', { count: 1, data: { parallelUses: 0 } }],
  ])('makes nothing of %s', async (_what, body) => {
    const before = await payload.count({ collection: 'licenses' })
    const data = { product: product.id, ...('data' in body ? body.data : {}) }
    const sent = _what === 'no product' ? body : { ...body, data }
    expect((await bulk('generate', sent)).status).toBe(400)
    expect(await payload.count({ collection: 'licenses' })).toEqual(before)
  })
})

it.each(['select', 'block', 'unblock', 'extend', 'generate'])(
  'customers and strangers are refused: %s',
  async (name) => {
    const email = `${name}@example.com`
    await payload.create({ collection: 'customers', data: { email, name: 'C', password } })
    const token = await tokenOf(payload, 'customers', { email, password })
    const { id } = await createLicense()
    const body = { count: 1, data: { product: product.id }, date: 'expiresAt', days: 1, ids: [id] }
    expect((await bulk(name, body, token)).status).toBe(403)
    expect((await rest('POST', `/licenses/bulk/${name}`, { body })).status).toBe(403)
    expect((await read(id)).isValid).toBe(true)
  },
)
