import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload, PayloadRequest } from 'payload'
import type pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { cancelEmailChangeByLink } from '../../../src/accounts/emailChange/cancelEmailChange'
import { confirmEmailChange } from '../../../src/accounts/emailChange/confirmEmailChange'
import { completeSecondFactor } from '../../../src/accounts/login/completeSecondFactor'
import { confirmEmail } from '../../../src/accounts/registration/confirmEmail'
import { discardAccount } from '../../../src/accounts/registration/discardAccount'
import { resetPassword } from '../../../src/accounts/reset/resetPassword'
import { endSessionByLink } from '../../../src/accounts/sessions/endSessionByLink'
import { issueToken } from '../../../src/accounts/tokens/issueToken'
import { createTestPayload, type TestPayload } from '../../support/payload'
import { type Accounts, accountsOf } from './support/accounts'
import { totpOf } from './support/totp'

/**
 * A link that is used in the moment in which an administrator disables or deletes the account: one of the two waits for the other, and
 * neither for ever. Whoever ends what opens an account holds it first and its tokens then; whoever uses a token must do the same.
 */
let accounts: Accounts
let payload: Payload
let pool: pg.Pool
let test: TestPayload

beforeAll(async () => {
  test = await createTestPayload()
  ;({ payload } = test)
  pool = (payload.db as unknown as { pool: pg.Pool }).pool
  accounts = accountsOf(payload)
})
afterAll(() => test.close())

type Use = (req: PayloadRequest, token: string) => Promise<unknown>

const links: [Parameters<typeof issueToken>[1]['purpose'], Use][] = [
  [
    'resetPassword',
    (req, token) => resetPassword(req, { password: 'harpsichord under seven bridges', token }),
  ],
  ['confirmEmail', confirmEmail],
  ['confirmEmail', discardAccount],
  ['changeEmail', confirmEmailChange],
  ['cancelEmailChange', cancelEmailChangeByLink],
  ['endSession', endSessionByLink],
]

it.each(links)(
  'a %s link and the end of all links wait for each other in one order',
  async (purpose, use) => {
    const { email, id } = await accounts.createCustomer({ confirmedAt: null })
    const data = { session: '00000000-0000-4000-8000-000000000000' }
    const token = await issueToken(payload, { customer: id, data, email, purpose })
    const req = await accounts.request()
    await whileEnded(id, () => use(req, token), 'gone')
  },
)

it('a recovery code and the end of all logins under way do as well', async () => {
  const { customer, recoveryCodes } = await totpOf(accounts).withApp()
  const login = await accounts.logIn({ email: customer.email })
  if (login.outcome !== 'secondFactor') throw new Error(login.outcome)
  const step = { code: recoveryCodes[0], deviceToken: 'device', token: login.token }
  const req = await accounts.request()
  await whileEnded(customer.id, () => completeSecondFactor(req, step), 'wrong')
})

/** Holds the account, lets the call come up to it, then ends its tokens and codes, as an administrator's action does. */
async function whileEnded(
  id: string,
  call: () => Promise<unknown>,
  outcome: string,
): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query('select id from customers where id = $1 for update', [id])
    const result = call().catch((error: unknown) => error)
    await untilWaiting()
    await client.query('update account_tokens set expires_at = now() where customer_id = $1', [id])
    await client.query('delete from recovery_codes where customer_id = $1', [id])
    await client.query('commit')
    expect(JSON.stringify(await result)).toContain(outcome)
  } finally {
    await client.query('rollback')
    client.release()
  }
  const { rows } = await (
    await accounts.db()
  ).execute(sql`select 1 from account_tokens where customer_id = ${id} and used_at is not null`)
  expect(rows.length).toBeLessThanOrEqual(1)
}

async function untilWaiting(): Promise<void> {
  const waiting = async () => {
    const { rows } = await pool.query<{ total: number }>(
      `select count(*)::int as total from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock'`,
    )
    return rows[0]?.total ?? 0
  }
  await expect.poll(waiting, { interval: 20, timeout: 5000 }).toBe(1)
}
