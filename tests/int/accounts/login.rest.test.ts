import type { Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { Customer } from '../../../payload-types'
import { createTestPayload, type TestPayload } from '../../support/payload'
import { type Rest, restOf } from '../../support/rest'

/** A customer's session over REST: opened, known, and ended on the server. */
const credentials = { email: 'login@example.com', password: 'a long enough password' }

let customer: Customer
let payload: Payload
let rest: Rest
let test: TestPayload

beforeAll(async () => {
  test = await createTestPayload()
  ;({ payload } = test)
  rest = restOf(test)
})
afterAll(() => test.close())
beforeEach(async () => {
  await payload.delete({ collection: 'customers', where: { id: { exists: true } } })
  customer = await payload.create({
    collection: 'customers',
    data: { ...credentials, confirmedAt: new Date().toISOString(), name: 'L' },
  })
})

async function logIn(Cookie = ''): Promise<string> {
  const { body, headers, status } = await rest('POST', '/customers/login', {
    body: credentials,
    headers: { Cookie },
  })
  expect(status).toBe(200)
  expect(JSON.stringify(body)).not.toMatch(/token|eyJ/)
  const cookie = headers.get('set-cookie') ?? ''
  expect(cookie).toMatch(/^lm-portal=[^;]+;.*HttpOnly.*SameSite=Lax/)
  return cookie.split(';')[0] ?? ''
}

const me = async (cookie: string) =>
  (await rest('GET', '/customers/me', { headers: { Cookie: cookie } })).body.user

const find = () => payload.findByID({ collection: 'customers', id: customer.id })

describe('logging in', () => {
  it('notes when, and nothing else of the account', async () => {
    const before = await find()
    await logIn()
    const { lastLogin, ...after } = await find()
    expect(Date.parse(lastLogin ?? '')).toBeGreaterThan(Date.now() - 60_000)
    expect(after).toMatchObject({ clientId: before.clientId, email: before.email, name: 'L' })
    expect(after.confirmedAt).toBe(before.confirmedAt)
  })

  it.each([
    [{ ...credentials, password: 'wrong' }, 401],
    [{ ...credentials, email: 'unknown@example.com' }, 401],
    [{ email: 5, password: {} }, 400],
    [{}, 400],
  ])('%j is refused with %i and no cookie', async (body, expected) => {
    const { headers, status } = await rest('POST', '/customers/login', { body })
    expect([status, headers.get('set-cookie')]).toEqual([expected, null])
    expect((await find()).lastLogin ?? null).toBeNull()
  })

  it('answers alike to a wrong password and an unknown address', async () => {
    const wrong = { ...credentials, password: 'wrong' }
    const unknown = { ...credentials, email: 'unknown@example.com' }
    const first = await rest('POST', '/customers/login', { body: wrong })
    const second = await rest('POST', '/customers/login', { body: unknown })
    expect(first.body).toEqual(second.body)
  })

  it.each(['https://evil.example', 'null'])('from %s is refused', async (Origin) => {
    const answer = await rest('POST', '/customers/login', {
      body: credentials,
      headers: { Origin },
    })
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([403, null])
  })
})

describe('the session', () => {
  it('is known by its cookie, and ends with the logout for whoever kept it', async () => {
    const cookie = await logIn()
    expect(await me(cookie)).toMatchObject({ id: customer.id })
    const { status } = await rest('POST', '/customers/logout', { headers: { Cookie: cookie } })
    expect(status).toBe(200)
    expect(await me(cookie)).toBeNull()
  })

  it('that somebody put into the browser, or copied, ends when its customer logs in anew; others stay', async () => {
    const elsewhere = await logIn()
    const before = await logIn()
    const after = await logIn(before)
    expect(after).not.toBe(before)
    expect(await me(before)).toBeNull()
    expect(await me(after)).toMatchObject({ id: customer.id })
    expect(await me(elsewhere)).toMatchObject({ id: customer.id })
  })

  it('ends with the account', async () => {
    const cookie = await logIn()
    await payload.delete({ collection: 'customers', id: customer.id })
    expect(await me(cookie)).toBeNull()
  })

  it('does not come from a forged or an administrator’s token', async () => {
    const admin = { email: 'admin@example.com', password: credentials.password }
    await payload.create({ collection: 'users', data: admin })
    const { token } = await payload.login({ collection: 'users', data: admin })
    for (const value of [token, 'eyJhbGciOiJub25lIn0.e30.', '', 'x']) {
      expect(await me(`lm-portal=${value}`)).toBeNull()
    }
  })
})
