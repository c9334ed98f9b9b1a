import type { Payload } from 'payload'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { hashPassword } from '../../../src/accounts/passwords/hash'
import { createAccount } from '../../../src/accounts/registration/register'
import { parseEmail } from '../../../src/accounts/emails'
import { createTestPayload, type TestPayload } from '../../support/payload'
import { type Rest, restOf, tokenOf } from '../../support/rest'
import { type Accounts, accountsOf, password } from './support/accounts'

/** Addresses beyond ASCII: what registration takes, administrators and shops can save as well. */
let accounts: Accounts
let admin: string
let payload: Payload
let rest: Rest
let test: TestPayload

beforeAll(async () => {
  test = await createTestPayload()
  ;({ payload } = test)
  accounts = accountsOf(payload)
  rest = restOf(test)
  const credentials = { email: 'admin@example.com', password }
  await payload.create({ collection: 'users', data: credentials })
  admin = await tokenOf(payload, 'users', credentials)
})
afterAll(() => test.close())

it.each([
  ['ada@müller.example', 'ada@xn--mller-kva.example'],
  ['ADA@MÜLLER.example', 'ada@xn--mller-kva.example'],
  ['ada@xn--mller-kva.example', 'ada@xn--mller-kva.example'],
  ['ada@例え.テスト', 'ada@xn--r8jz45g.xn--zckzah'],
])('%s is stored as %s', (given, stored) => {
  expect(parseEmail(given)).toBe(stored)
})

it.each([
  'ada@victim.example/ü',
  'ada@%76ictim.example?ü',
  'ada@victim.example#ü',
  'ada@victim.example\\ü',
  'ada@vic\ttim.exämple',
  'ada@exa mple.com',
  'ada@example.c1',
  'ada@-example.com',
  'ada@müller',
  'ädä@example.com',
])('%s is refused', (given) => {
  expect(parseEmail(given)).toBeNull()
})

it.each(['ada@müller.example', 'ada@例え.テスト'])(
  'a customer who registered with %s is found and saved by an administrator, logs in, and is issued a licence',
  async (address) => {
    const email = parseEmail(address) ?? ''
    const stored = await hashPassword(password)
    const id = await createAccount(await accounts.request(), { email, name: 'Ada', ...stored })
    const body = { confirmedAt: new Date().toISOString(), name: 'Ada L.' }
    const saved = await rest('PATCH', `/customers/${id}`, { body, token: admin })
    expect(saved).toMatchObject({ body: { doc: { email, name: 'Ada L.' } }, status: 200 })
    const query = new URLSearchParams({ q: address }).toString()
    const found = await rest('GET', `/admin-search?${query}`, { token: admin })
    expect(found.body).toMatchObject({ customers: { hits: [{ email }] } })
    expect(await accounts.logIn({ email: address })).toMatchObject({ outcome: 'signedIn' })

    const product = await payload.create({ collection: 'products', data: { name: 'Product' } })
    const license = { email: address, product: product.id, type: 'perpetual' }
    const issued = await rest('POST', '/licenses', { body: license, token: admin })
    expect(issued).toMatchObject({ body: { doc: { email } }, status: 201 })
  },
)

it('an administrator who mistypes an address is told so', async () => {
  const { id } = await accounts.createCustomer()
  for (const email of ['ada@', 'ada@example', 'a b@example.com', '']) {
    const answer = await rest('PATCH', `/customers/${id}`, { body: { email }, token: admin })
    expect([email, answer.status]).toEqual([email, 400])
  }
})
