import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload, PayloadRequest } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { changePassword } from '../../../src/accounts/account/changePassword'
import { deleteAccount } from '../../../src/accounts/account/deleteAccount'
import { requestEmailChange } from '../../../src/accounts/emailChange/requestEmailChange'
import { startPasskey } from '../../../src/accounts/passkeys/addPasskey'
import { removePasskey } from '../../../src/accounts/passkeys/removePasskey'
import type { SignedInCustomer } from '../../../src/accounts/sessions/findSignedIn'
import { deleteSession } from '../../../src/accounts/sessions/repository'
import { disableTotp, renewRecoveryCodes } from '../../../src/accounts/totp/changeTotp'
import { startTotp } from '../../../src/accounts/totp/setUpTotp'
import { createTestPayload, type TestPayload } from '../../support/payload'
import { type Accounts, accountsOf, password } from './support/accounts'

/**
 * Somebody at an unlocked computer, or with a stolen session: what would give them the account for good asks for the
 * current password, or for a fresh login where there is none.
 */
let accounts: Accounts
let payload: Payload
let test: TestPayload

beforeAll(async () => {
  test = await createTestPayload()
  ;({ payload } = test)
  accounts = accountsOf(payload)
})
afterAll(() => test.close())

type Change = (req: PayloadRequest, customer: SignedInCustomer, given: unknown) => Promise<unknown>

const changes: Record<string, Change> = {
  'another address': (req, customer, given) =>
    requestEmailChange(req, customer, { email: `new-${customer.email}`, password: given }),
  'another password': (req, customer, current) =>
    changePassword(req, customer, { current, next: 'harpsichord under seven bridges' }),
  'a passkey': startPasskey,
  'a passkey less': (req, customer, given) =>
    removePasskey(req, customer, { id: customer.id, password: given }),
  'an authenticator app': startTotp,
  'new recovery codes': renewRecoveryCodes,
  'no account': deleteAccount,
  'no authenticator app': disableTotp,
}
const names = Object.keys(changes)

const make = async (name: string, customer: SignedInCustomer, given: unknown) =>
  changes[name]?.(await accounts.request(), customer, given)

/** What the account consists of, but for when it was last used. */
async function accountOf(id: string): Promise<unknown> {
  const db = await accounts.db()
  const { rows } = await db.execute(sql`
    select c.*, (select count(*) from account_tokens t where t.customer_id = c.id) as tokens,
      (select count(*) from mails m where m.customer_id = c.id) as mails,
      (select count(*) from customer_sessions s where s.customer_id = c.id) as sessions
    from customers c where id = ${id}`)
  return rows[0]
}

describe.each(names)('%s', (name) => {
  it('needs the current password', async () => {
    const customer = await accounts.signIn((await accounts.createCustomer()).email)
    const before = await accountOf(customer.id)
    for (const given of [undefined, null, '', 'not the password', `${password} `, {}, [password]]) {
      expect(await make(name, customer, given)).toEqual({
        error: expect.stringMatching(/^password(Wrong|Locked)$/) as string,
      })
    }
    expect(await accountOf(customer.id)).toEqual(before)
  })

  it('needs a login of the last 15 minutes where there is no password', async () => {
    const customer = await accounts.signIn((await accounts.createCustomer()).email)
    const db = await accounts.db()
    await db.execute(sql`update customers set hash = null, salt = null where id = ${customer.id}`)
    const before = await accountOf(customer.id)
    const authenticatedAt = new Date(Date.now() - 16 * 60_000).toISOString()
    const stale = { ...customer, authenticatedAt }
    for (const given of ['', undefined, password]) {
      expect(await make(name, stale, given)).toEqual({ error: 'signInAgain' })
    }
    expect(await accountOf(customer.id)).toEqual(before)
    const asked = await make(name, customer, undefined)
    // There are no recovery codes without an app; everything else is done.
    if (name !== 'new recovery codes') expect(asked).not.toHaveProperty('error')
  })
})

it('a session of another customer is not found by its id', async () => {
  const customer = await accounts.signIn((await accounts.createCustomer()).email)
  const other = await accounts.signIn((await accounts.createCustomer()).email)
  const db = await accounts.db()
  for (const id of [other.sessionId, '', 'x', "' or true --", '%']) {
    expect(await deleteSession(db, customer.id, id)).toBe(false)
  }
  expect(await accounts.whoIs(other.token)).not.toBeNull()
  expect(await deleteSession(db, customer.id, customer.sessionId)).toBe(true)
  expect(await accounts.whoIs(customer.token)).toBeNull()
})
