import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { type Rest, restOf } from '../../support/rest'
import { password } from './support/accounts'
import { type Addresses, createAddresses, kinds } from './support/alike'

/** Whether an address has an account is nobody's business: known, unknown, locked and unconfirmed ones are answered alike. */
let addresses: Addresses
let rest: Rest

beforeAll(async () => {
  addresses = await createAddresses()
  rest = restOf(addresses.test)
})
afterAll(() => addresses.test.close())

async function answersTo(path: string, body: (email: string) => object) {
  const answers = []
  for (const kind of kinds) {
    const answer = await rest('POST', path, {
      body: body(addresses.emails[kind]),
      headers: { 'X-Forwarded-For': addresses.ipOf(kind) },
    })
    const headers = [...answer.headers].filter(([name]) => name !== 'date')
    answers.push({ body: answer.body, headers, status: answer.status })
  }
  return answers
}

describe('the answer', () => {
  it.each([
    ['/customers/login', (email: string) => ({ email, password: 'wrong password here' })],
    ['/customers/register', (email: string) => ({ email, name: 'N', password })],
    ['/customers/forgot-password', (email: string) => ({ email })],
    ['/customers/resend-confirmation', (email: string) => ({ email })],
  ])('of %s is the same for every address', async (path, body) => {
    await addresses.lock()
    const [first, ...others] = await answersTo(path, body)
    for (const other of others) expect(other).toEqual(first)
  })
})
