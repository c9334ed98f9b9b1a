import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { TokenPurpose } from '../../../collections/AccountTokens/purposes'
import {
  cancelEmailChange,
  cancelEmailChangeByLink,
} from '../../../src/accounts/emailChange/cancelEmailChange'
import { confirmEmailChange } from '../../../src/accounts/emailChange/confirmEmailChange'
import { requestEmailChange } from '../../../src/accounts/emailChange/requestEmailChange'
import type { SignedInCustomer } from '../../../src/accounts/sessions/findSignedIn'
import { issueToken } from '../../../src/accounts/tokens/issueToken'
import { createTestPayload, type TestPayload } from '../../support/payload'
import { type Accounts, accountsOf, password } from './support/accounts'

/** Another e-mail address: asked for with the password, confirmed at the new one, told to the old one. */
let accounts: Accounts
let payload: Payload
let test: TestPayload

beforeAll(async () => {
  test = await createTestPayload()
  ;({ payload } = test)
  accounts = accountsOf(payload)
})
afterAll(() => test.close())

let count = 0
const freshEmail = () => `fresh-${(count += 1)}@example.com`

async function signedIn(): Promise<SignedInCustomer> {
  return accounts.signIn((await accounts.createCustomer()).email)
}

const ask = async (customer: SignedInCustomer, email: unknown, given: unknown = password) =>
  requestEmailChange(await accounts.request(), customer, { email, password: given })

const find = (id: string) => payload.findByID({ collection: 'customers', id })

const linkTo = (customer: { id: string }, email: string, purpose: TokenPurpose = 'changeEmail') =>
  issueToken(payload, { customer: customer.id, email, purpose })

const mails = async (to: string) =>
  (await payload.find({ collection: 'mails', where: { to: { equals: to } } })).docs.map(
    ({ template }) => template,
  )

it('keeps the present address until the new one is confirmed, and tells both', async () => {
  const customer = await signedIn()
  const email = freshEmail()
  expect(await ask(customer, ` ${email.toUpperCase()} `)).toEqual({ email })
  expect(await find(customer.id)).toMatchObject({ email: customer.email, pendingEmail: email })
  expect(await mails(email)).toEqual(['confirmNewEmail'])
  expect(await mails(customer.email)).toContain('emailChangeRequested')

  const reset = await linkTo(customer, customer.email, 'resetPassword')
  const link = await linkTo(customer, email)
  const results = await Promise.all(
    Array.from({ length: 20 }, async () => confirmEmailChange(await accounts.request(), link)),
  )
  expect(results.filter((result) => result === 'changed')).toHaveLength(1)
  const changed = await find(customer.id)
  expect(changed.email).toBe(email)
  expect(changed.pendingEmail ?? null).toBeNull()
  expect(Date.parse(changed.confirmedAt ?? '')).toBeGreaterThan(Date.now() - 9000)
  expect(await mails(customer.email)).toContain('emailChanged')
  const { rows } = await (
    await accounts.db()
  ).execute(sql`
    select expires_at <= now() as is_void from account_tokens
    where customer_id = ${customer.id} and purpose = 'resetPassword'`)
  expect([reset.length > 0, rows]).toEqual([true, [{ is_void: true }]])
})

it.each([
  ['no', '', 'passwordWrong'],
  ['a wrong', 'not the password', 'passwordWrong'],
  ['something else than a', { $gt: '' }, 'passwordWrong'],
])('is refused with %s password, and stops guesses of it', async (_name, given, error) => {
  const customer = await signedIn()
  expect(await ask(customer, freshEmail(), given)).toEqual({ error })
  expect((await find(customer.id)).pendingEmail ?? null).toBeNull()
})

it.each([
  ['not an address', 'emailInvalid'],
  ['a@b.example,c@d.example', 'emailInvalid'],
  [{}, 'emailInvalid'],
])('refuses %j as the new address', async (email, error) => {
  expect(await ask(await signedIn(), email)).toEqual({ error })
})

describe('another customer’s address', () => {
  it('is answered alike, cannot be confirmed, and its owner is told', async () => {
    const owner = await accounts.createCustomer()
    const customer = await signedIn()
    expect(await ask(customer, owner.email)).toEqual({ email: owner.email })
    expect(await mails(owner.email)).toEqual(['alreadyRegistered'])
    const link = await linkTo(customer, owner.email)
    expect(await confirmEmailChange(await accounts.request(), link)).toBe('taken')
    expect((await find(customer.id)).email).toBe(customer.email)
  })

  it('goes to one of two customers who confirm it at the same time', async () => {
    for (let round = 0; round < 5; round += 1) {
      const email = freshEmail()
      const [one, other] = [await signedIn(), await signedIn()]
      await ask(one, email)
      await ask(other, email)
      const links = [await linkTo(one, email), await linkTo(other, email)]
      const results = await Promise.all(
        links.map(async (link) => confirmEmailChange(await accounts.request(), link)),
      )
      expect(results.sort()).toEqual(['changed', 'taken'])
    }
  })
})

describe('giving the change up', () => {
  it('makes its link worthless', async () => {
    const customer = await signedIn()
    const email = freshEmail()
    await ask(customer, email)
    const link = await linkTo(customer, email)
    await cancelEmailChange(await accounts.request(), customer.id)
    expect(await confirmEmailChange(await accounts.request(), link)).toBe('gone')
    expect(await find(customer.id)).toMatchObject({ email: customer.email })
  })

  it('is possible from the old address, which an intruder does not have', async () => {
    const customer = await signedIn()
    const email = freshEmail()
    await ask(customer, email)
    const link = await linkTo(customer, email)
    const cancel = await linkTo(customer, customer.email, 'cancelEmailChange')
    expect(await cancelEmailChangeByLink(await accounts.request(), cancel)).toBe('cancelled')
    expect(await confirmEmailChange(await accounts.request(), link)).toBe('gone')
    expect(await cancelEmailChangeByLink(await accounts.request(), cancel)).toBe('gone')
  })

  it('comes with a second change: the link of the first is worth nothing', async () => {
    const customer = await signedIn()
    const [first, second] = [freshEmail(), freshEmail()]
    await ask(customer, first)
    const link = await linkTo(customer, first)
    await ask(customer, second)
    expect(await confirmEmailChange(await accounts.request(), link)).toBe('gone')
  })
})

it('an administrator who changes an address takes its confirmation away, unless they confirm the new one', async () => {
  const { id } = await accounts.createCustomer()
  const update = (data: Record<string, unknown>) =>
    payload.update({ collection: 'customers', data, id })
  await update({ name: 'Same address' })
  expect((await find(id)).confirmedAt).toBeTruthy()
  await update({ email: freshEmail() })
  expect((await find(id)).confirmedAt ?? null).toBeNull()
  await update({ confirmedAt: new Date().toISOString(), email: freshEmail() })
  expect((await find(id)).confirmedAt).toBeTruthy()
})
