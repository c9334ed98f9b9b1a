import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { resetPassword } from '../../../src/accounts/reset/resetPassword'
import { inspectToken } from '../../../src/accounts/tokens/inspectToken'
import { issueToken } from '../../../src/accounts/tokens/issueToken'
import { requestEmailChange } from '../../../src/accounts/emailChange/requestEmailChange'
import { createTestPayload, type TestPayload } from '../../support/payload'
import { type Rest, restOf, tokenOf } from '../../support/rest'
import { type Accounts, accountsOf, password } from './support/accounts'

/**
 * A password that an administrator sets for a customer: the answer to an account that somebody took. Whatever the old
 * one opened must end with it, and the new one must be no easier to guess than customers' own.
 */
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

const next = 'harpsichord under seven bridges'

const save = (id: string, body: object, headers: Record<string, string> = {}) =>
  rest('PATCH', `/customers/${id}`, { body, headers, token: admin })

describe('a password set by an administrator', () => {
  it('ends the intruder’s sessions, links and change of address, and the customer is told', async () => {
    const { email, id } = await accounts.createCustomer()
    const intruder = await accounts.signIn(email)
    const other = await accounts.signIn((await accounts.createCustomer()).email)
    const change = { email: `evil-${email}`, password }
    await requestEmailChange(await accounts.request(), intruder, change)
    const link = await issueToken(payload, { customer: id, email, purpose: 'resetPassword' })
    const move = await issueToken(payload, {
      customer: id,
      email: change.email,
      purpose: 'changeEmail',
    })
    const step = await issueToken(payload, { customer: id, purpose: 'secondFactor' })

    expect((await save(id, { password: next })).status).toBe(200)

    expect(await accounts.whoIs(intruder.token)).toBeNull()
    expect(await accounts.whoIs(other.token)).not.toBeNull()
    const request = { password: 'another harpsichord entirely', token: link }
    expect(await resetPassword(await accounts.request(), request)).toEqual({ outcome: 'gone' })
    const req = await accounts.request()
    expect((await inspectToken(req, move, 'changeEmail')).state).toBe('expired')
    expect((await inspectToken(req, step, 'secondFactor')).state).toBe('expired')
    expect((await payload.findByID({ collection: 'customers', id })).pendingEmail).toBeNull()
    expect(await accounts.logIn({ email })).toEqual({ outcome: 'refused' })
    expect((await accounts.logIn({ email, password: next })).outcome).toBe('signedIn')
    const { docs } = await payload.find({
      collection: 'mails',
      where: { customer: { equals: id }, template: { equals: 'passwordChanged' } },
    })
    expect(docs).toMatchObject([{ to: email }])
  })

  it('is the only change that does: a new name ends nothing', async () => {
    const { email, id } = await accounts.createCustomer()
    const { token } = await accounts.signIn(email)
    expect((await save(id, { name: 'Nora New' })).status).toBe(200)
    expect(await accounts.whoIs(token)).not.toBeNull()
  })

  it.each([
    ['short', 'Use at least 15 characters.', 'Verwenden Sie mindestens 15 Zeichen.'],
    ['passwordpassword1', 'easy to guess', 'leicht zu erraten'],
    ['x'.repeat(129), 'at most 128', 'höchstens 128'],
  ])('is refused when customers could not choose it either: %s', async (weak, en, de) => {
    const { email, id } = await accounts.createCustomer()
    for (const [language, text] of [
      ['en', en],
      ['de', de],
    ] as const) {
      const { body, status } = await save(id, { password: weak }, { 'Accept-Language': language })
      expect(status).toBe(400)
      expect(JSON.stringify(body)).toContain(text)
    }
    const created = await rest('POST', '/customers', {
      body: { email: `weak-${email}`, name: 'Weak', password: weak },
      token: admin,
    })
    expect(created.status).toBe(400)
    expect((await accounts.logIn({ email })).outcome).toBe('signedIn')
  })
})
