import { createLocalReq, loginOperation } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'

import { createTestPayload, type TestPayload } from '../../support/payload'
import { type Rest, restOf } from '../../support/rest'

/** Payload writes administrators back as it read them; what changes meanwhile must not be lost. */
let id: string
let rest: Rest
let test: TestPayload

const email = 'admin@example.com'
const password = 'a long enough password'
const nextPassword = 'another long password'

beforeAll(async () => {
  test = await createTestPayload()
  rest = restOf(test)
})
afterAll(() => test.close())
beforeEach(async () => {
  const { payload } = test
  await payload.delete({ collection: 'users', where: { id: { exists: true } } })
  ;({ id } = await payload.create({ collection: 'users', data: { email, password } }))
})

async function logIn(secret = password): Promise<string> {
  const { payload } = test
  const { token = '' } = await loginOperation({
    collection: payload.collections.users,
    data: { email, password: secret },
    req: await createLocalReq({}, payload),
  })
  return token
}

const isLoggedIn = async (token: string): Promise<boolean> =>
  Boolean((await rest('GET', '/users/me', { token })).body.user)

it('eight parallel logins of an administrator give eight sessions', async () => {
  const tokens = await Promise.all(Array.from({ length: 8 }, () => logIn()))
  expect(new Set(tokens).size).toBe(8)
  expect(await Promise.all(tokens.map(isLoggedIn))).toEqual(tokens.map(() => true))
})

it('a session that is ended while another begins stays ended', async () => {
  for (let round = 0; round < 5; round += 1) {
    const old = await logIn()
    const [, next] = await Promise.all([
      rest('POST', '/users/logout', { token: old }),
      logIn(),
      rest('POST', '/users/refresh-token', { token: await logIn() }),
    ])
    expect(await isLoggedIn(old)).toBe(false)
    expect(await isLoggedIn(next)).toBe(true)
  }
})

it('a login that races a change of password leaves the new password', async () => {
  const { payload } = test
  const change = payload.update({ collection: 'users', data: { password: nextPassword }, id })
  const logins = await Promise.allSettled([logIn(), logIn(), logIn()])
  await change
  await expect(logIn()).rejects.toThrow()
  expect(await isLoggedIn(await logIn(nextPassword))).toBe(true)
  expect(logins.length).toBe(3)
})

it('the first administrator is made and logged in by one call, further ones are not', async () => {
  const { payload } = test
  await payload.delete({ collection: 'users', where: { id: { exists: true } } })
  const body = { email, password }
  const first = await rest('POST', '/users/first-register', { body })
  expect(first.status).toBe(200)
  expect(await isLoggedIn(String(first.body.token))).toBe(true)
  expect(await isLoggedIn(await logIn())).toBe(true)
  const second = await rest('POST', '/users/first-register', {
    body: { ...body, email: 'second@example.com' },
  })
  expect(second.status).toBe(403)
})
