import type { Payload } from 'payload'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { changePassword } from '../../../src/accounts/account/changePassword'
import { confirmEmailChange } from '../../../src/accounts/emailChange/confirmEmailChange'
import { requestEmailChange } from '../../../src/accounts/emailChange/requestEmailChange'
import { deliverMail } from '../../../src/emails/deliverMail'
import { createTestPayload, type TestPayload } from '../../support/payload'
import { type Accounts, accountsOf, password } from './support/accounts'

/** Somebody who knew the password began to move the account to a mailbox of their own: a new password has to stop that. */
let accounts: Accounts
let payload: Payload
let test: TestPayload

beforeAll(async () => {
  test = await createTestPayload()
  ;({ payload } = test)
  accounts = accountsOf(payload)
})
afterAll(() => test.close())

const next = 'harpsichord under seven bridges'

async function intrude() {
  const { email, id } = await accounts.createCustomer()
  const intruder = await accounts.signIn(email)
  const change = { email: `evil-${email}`, password }
  expect(await requestEmailChange(await accounts.request(), intruder, change)).toEqual({
    email: change.email,
  })
  const owner = await accounts.signIn(email)
  const renew = async (current = password) =>
    changePassword(await accounts.request(), owner, { current, next })
  return { change, email, id, intruder, owner, renew }
}

const find = (id: string) => payload.findByID({ collection: 'customers', id })

it('a customer’s own new password ends the move that an intruder asked for, its mailed link included', async () => {
  const { change, email, id, intruder, owner, renew } = await intrude()
  const link = await accounts.tokenFor({ email: change.email, id }, 'changeEmail')
  expect(await renew()).toEqual({ endedSessions: 1 })

  expect(await accounts.whoIs(intruder.token)).toBeNull()
  expect(await accounts.whoIs(owner.token)).not.toBeNull()
  expect(await confirmEmailChange(await accounts.request(), link)).toBe('gone')
  expect(await find(id)).toMatchObject({ email, pendingEmail: null })
})

it('the mail that asks at the intruder’s address and is not sent yet stays unsent', async () => {
  const { change, renew } = await intrude()
  await renew()
  const where = { to: { equals: change.email } }
  const { docs } = await payload.find({ collection: 'mails', where })
  await deliverMail(payload, docs[0]?.id ?? '')
  expect((await payload.find({ collection: 'mails', where })).docs).toMatchObject([
    { status: 'skipped', template: 'confirmNewEmail' },
  ])
})

it('a change that is refused ends nothing', async () => {
  const { change, id, intruder, renew } = await intrude()
  expect(await renew('not the password')).toEqual({ error: 'passwordWrong' })
  expect(await find(id)).toMatchObject({ pendingEmail: change.email })
  expect(await accounts.whoIs(intruder.token)).not.toBeNull()
})
