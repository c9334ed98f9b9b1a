import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, expect, it } from 'vitest'

import { openApi, type TestApi } from './support/api'

let api: TestApi

beforeAll(async () => {
  api = await openApi()
})
afterAll(() => api.close())

const create = (key: string, body: object = {}, apiKey?: string) =>
  api.call('POST', '/internal/product-licenses', {
    body: { product_reference_id: 'TIDEMARK', ...body },
    headers: { 'idempotency-key': key },
    key: apiKey,
  })

const countLicenses = async (invoice: string) =>
  (await api.payload.count({ collection: 'licenses', where: { invoice: { equals: invoice } } }))
    .totalDocs

it('answers the same key and body as the first time, to the letter', async () => {
  const [key, invoice] = [randomUUID(), randomUUID()]
  const first = await create(key, { invoice })
  const { id } = first.body.data as { id: string }
  await api.payload.update({ collection: 'licenses', data: { isValid: false }, id })
  const again = await create(key, { invoice })
  expect([again.status, JSON.stringify(again.body)]).toEqual([201, JSON.stringify(first.body)])
  expect(await countLicenses(invoice)).toBe(1)
})

it('creates once when the same call comes many times at once', async () => {
  const [key, invoice] = [randomUUID(), randomUUID()]
  const answers = await Promise.all(Array.from({ length: 20 }, () => create(key, { invoice })))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]))
  expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1)
  expect(await countLicenses(invoice)).toBe(1)
})

it('answers 409 to another body', async () => {
  const [key, invoice] = [randomUUID(), randomUUID()]
  await create(key)
  const { body, status } = await create(key, { invoice })
  expect([status, body]).toEqual([
    409,
    { status: false, message: 'This Idempotency-Key was used with another body.', errors: {} },
  ])
  expect(await countLicenses(invoice)).toBe(0)
})

it('knows a multipart form again by its fields, whatever its boundary is', async () => {
  const [key, invoice] = [randomUUID(), randomUUID()]
  const send = async (fields: object) => {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.append(name, value as string)
    const response = await api.app.fetch(
      new Request('http://localhost/api/internal/product-licenses', {
        body: form,
        headers: { 'idempotency-key': key, 'x-api-key': api.keys.internal },
        method: 'POST',
      }),
    )
    return [response.status, await response.text()]
  }
  const first = await send({ invoice, product_reference_id: 'TIDEMARK' })
  expect(first[0]).toBe(201)
  expect(await send({ invoice, product_reference_id: 'TIDEMARK' })).toEqual(first)
  expect(await send({ product_reference_id: 'TIDEMARK', invoice })).toEqual(first)
  expect((await send({ invoice: 'other', product_reference_id: 'TIDEMARK' }))[0]).toBe(409)
  expect(await countLicenses(invoice)).toBe(1)
})

it('keeps nothing of a call that failed', async () => {
  const key = randomUUID()
  expect((await create(key, { type: 'eternal' })).status).toBe(422)
  expect((await create(key)).status).toBe(201)
})

it('belongs to one API key and one address', async () => {
  const key = randomUUID()
  const body = { name: 'Lantern' }
  const headers = { 'idempotency-key': key }
  const other = await api.createKey('internal')
  const first = await create(key, body)
  const ofOther = await create(key, body, other.key)
  const elsewhere = await api.call('POST', '/internal/products', { body, headers })
  const ids = [first, ofOther, elsewhere].map(({ body: made }) => (made.data as { id: string }).id)
  expect(new Set(ids).size).toBe(3)
})

it('takes no key of more than 255 characters', async () => {
  expect((await create('x'.repeat(256))).status).toBe(422)
})

it('creates versions and products once as well', async () => {
  const headers = { 'idempotency-key': randomUUID() }
  for (const [path, body] of [
    ['/internal/products', { name: 'Once' }],
    ['/internal/products/TIDEMARK/versions', { version: '1.0.0' }],
  ] as const) {
    const answers = [
      await api.call('POST', path, { body, headers }),
      await api.call('POST', path, { body, headers }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([201, 201])
    expect(answers[1]?.body).toEqual(answers[0]?.body)
  }
})
