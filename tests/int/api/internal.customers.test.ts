import { sql } from '@payloadcms/db-postgres/drizzle'
import { afterAll, beforeAll, expect, it } from 'vitest'

import type { Queryable } from '../../../src/licensing/types'
import { type Answer, openApi, type TestApi } from './support/api'

let api: TestApi
let db: Queryable
let next = 0

beforeAll(async () => {
  api = await openApi()
  db = (api.payload.db as unknown as { drizzle: Queryable }).drizzle
})
afterAll(() => api.close())

const call = (method: string, path: string, body?: object, headers?: Record<string, string>) =>
  api.call(method, `/internal/customers${path}`, { body, headers })

const dataOf = ({ body }: Answer) => body.data as Record<string, unknown>

async function create(body: object = {}) {
  const number = ++next
  return call('POST', '', { email: `ada${number}@example.com`, name: 'Ada', ...body })
}

it('are made with a Client ID of their own or the one that is given', async () => {
  const made = await create()
  expect(made.status).toBe(201)
  expect(dataOf(made)).toEqual({
    id: expect.any(String) as string,
    client_id: expect.stringMatching(/^[\da-f-]{36}$/) as string,
    name: 'Ada',
    email: `ada${next}@example.com`,
    language: null,
    is_confirmed: false,
    is_disabled: false,
    last_login: null,
    created_at: expect.any(String) as string,
    updated_at: expect.any(String) as string,
  })
  const named = await create({ client_id: 'shop-7', is_confirmed: true, language: 'de' })
  expect(dataOf(named)).toMatchObject({
    client_id: 'shop-7',
    is_confirmed: true,
    language: 'de',
  })
  expect(dataOf(await call('GET', '/shop-7'))).toEqual(dataOf(named))
})

it('have a number of the shop as their Client ID, as licences do', async () => {
  expect(dataOf(await create({ client_id: 42 }))).toMatchObject({ client_id: '42' })
  expect((await call('GET', '/42')).status).toBe(200)
  const license = { customer_id: 42, product_id: 'TIDEMARK' }
  const issued = await api.call('POST', '/internal/product-licenses', { body: license })
  expect(dataOf(issued).customer_id).toBe('42')
})

it('never show a secret, whatever they have', async () => {
  const { client_id: clientId } = dataOf(await create({ password: 'green tides at four oclock' }))
  const path = `/${clientId as string}`
  const answers = [
    await call('GET', path),
    await call('GET', ''),
    await call('PUT', path, { name: 'Bo' }),
    await call('DELETE', path),
  ]
  for (const { body } of answers) {
    expect(JSON.stringify(body)).not.toMatch(
      /password|hash|salt|token|session|totp|pending|"loginA/i,
    )
  }
})

it('can log in with the password that the shop gave, and with none until they set one', async () => {
  const password = 'green tides at four oclock'
  const { email } = dataOf(await create({ is_confirmed: true, password }))
  const login = (data: { email: string; password: string }) =>
    api.payload.login({ collection: 'customers', data })
  expect((await login({ email: email as string, password })).user?.email).toBe(email)
  const without = dataOf(await create({ is_confirmed: true }))
  await expect(login({ email: without.email as string, password: '' })).rejects.toThrow()
})

it('are refused a password that is easy to guess', async () => {
  const answer = await create({ password: 'password123' })
  expect([answer.status, Object.keys(answer.body.errors as object)]).toEqual([422, ['password']])
})

it.each([
  [{ email: 'Ada <ada@example.com>' }, 'email'],
  [{ email: 'a@b.example, c@d.example' }, 'email'],
  [{ email: 'ada@example.com\r\nBcc: all@example.com' }, 'email'],
  [{ name: ' ' }, 'name'],
  [{ language: 'xx' }, 'language'],
  [{ client_id: 'x'.repeat(300) }, 'client_id'],
  [{ client_id: 1.5 }, 'client_id'],
])('answer 422 to %j', async (body, field) => {
  const answer = await create(body)
  expect([answer.status, Object.keys(answer.body.errors as object)]).toEqual([422, [field]])
})

it('answer 422 to an address or a Client ID that somebody has, however it is written', async () => {
  await create({ client_id: 'taken', email: 'taken@example.com' })
  const address = await create({ email: ' TAKEN@Example.com ' })
  expect(address.body.errors).toEqual({ email: ['The email has already been taken.'] })
  const clientId = await create({ client_id: 'taken' })
  expect(clientId.body.errors).toEqual({ client_id: ['The client_id has already been taken.'] })
})

it('change only in what is given; nothing else of the account can be written', async () => {
  const { client_id: clientId, email, id } = dataOf(await create({ is_confirmed: true }))
  const path = `/${clientId as string}`
  const changed = await call('PUT', path, {
    client_id: 'stolen',
    clientId: 'stolen',
    disabledAt: '2026-01-01T00:00:00.000Z',
    hash: 'x',
    id: '00000000-0000-4000-8000-000000000000',
    lastLogin: '2026-01-01T00:00:00.000Z',
    name: 'Ada King',
    totpSecret: 'x',
  })
  expect(dataOf(changed)).toMatchObject({
    client_id: clientId,
    email,
    id,
    is_confirmed: true,
    is_disabled: false,
    last_login: null,
    name: 'Ada King',
  })
})

it('are not confirmed any more with another address, unless the shop says so', async () => {
  const { client_id: clientId } = dataOf(await create({ is_confirmed: true }))
  const path = `/${clientId as string}`
  const other = await call('PUT', path, { email: `other${next}@example.com` })
  expect(dataOf(other).is_confirmed).toBe(false)
  const known = { email: `known${next}@example.com`, is_confirmed: true }
  expect(dataOf(await call('PUT', path, known)).is_confirmed).toBe(true)
  expect(dataOf(await call('PUT', path, { is_confirmed: false })).is_confirmed).toBe(false)
})

it('are out with a new password: their sessions end', async () => {
  const { client_id: clientId, id } = dataOf(await create())
  await db.execute(sql`
    insert into customer_sessions (customer_id, token_hash, method, authenticated_at, expires_at, last_seen_at)
    values (${id}, ${`hash-${next}`}, 'password', now(), now() + interval '1 day', now())`)
  const changed = await call('PUT', `/${clientId as string}`, {
    password: 'nine slow boats to harbour',
  })
  expect(changed.status).toBe(200)
  const { rows } = await db.execute(sql`
    select 1 from customer_sessions where customer_id = ${id}`)
  expect(rows).toEqual([])
})

it('keep their licences when they are deleted', async () => {
  const { client_id: clientId } = dataOf(await create())
  const license = await api.createLicense({ customerId: clientId as string })
  expect((await call('DELETE', `/${clientId as string}`)).status).toBe(200)
  expect((await call('GET', `/${clientId as string}`)).status).toBe(404)
  expect((await call('DELETE', `/${clientId as string}`)).status).toBe(404)
  const kept = await api.payload.findByID({ collection: 'licenses', id: license.id })
  expect(kept.customerId).toBe(clientId)
})

it('are listed in pages, by address and by words', async () => {
  const { email } = dataOf(await create({ name: 'Wilhelmina Findable' }))
  const list = async (query: string) => (await call('GET', `?${query}`)).body
  expect(await list(`email=${encodeURIComponent((email as string).toUpperCase())}`)).toMatchObject({
    data: [{ email }],
    meta: { page: 1, per_page: 20, total: 1 },
  })
  expect(await list('search=findable')).toMatchObject({ meta: { total: 1 } })
  for (const words of ['nobody-at-all', '%25', 'find_ble']) {
    expect(await list(`search=${words}`)).toMatchObject({ data: [], meta: { total: 0 } })
  }
})

it('are made once for one Idempotency-Key', async () => {
  const body = { email: 'once@example.com', name: 'Once' }
  const headers = { 'idempotency-key': 'customer-1' }
  const answers = [await call('POST', '', body, headers), await call('POST', '', body, headers)]
  expect(answers.map(({ status }) => status)).toEqual([201, 201])
  expect(answers[1]?.body).toEqual(answers[0]?.body)
})
