import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { requestEmailChange } from '../../../src/accounts/emailChange/requestEmailChange'
import { hashToken } from '../../../src/accounts/random'
import { requestReset } from '../../../src/accounts/reset/requestReset'
import { resetPassword } from '../../../src/accounts/reset/resetPassword'
import { inspectToken } from '../../../src/accounts/tokens/inspectToken'
import { deliverMail } from '../../../src/emails/deliverMail'
import { createTestPayload, type TestPayload } from '../../support/payload'
import { type Accounts, accountsOf, freshIp, password } from './support/accounts'

/** A new password by mail: the link is the only key, and works once. */
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

const reset = async (token: unknown, chosen: unknown = next) =>
  resetPassword(await accounts.request(), { password: chosen, token })

const mailsTo = async (to: string) =>
  (
    await payload.find({
      collection: 'mails',
      depth: 0,
      sort: 'createdAt',
      where: { to: { equals: to } },
    })
  ).docs.map(({ template }) => template)

describe('asking for a link', () => {
  it('mails it to those who have an account, with the same answer for all', async () => {
    const { email } = await accounts.createCustomer()
    for (const address of [email, 'nobody@example.com']) {
      const result = await requestReset(await accounts.request(), { captcha: {}, email: address })
      expect(result).toEqual({ outcome: 'sent' })
    }
    await payload.jobs.run({ limit: 100, queue: 'accounts' })
    expect(await mailsTo(email)).toEqual(['resetPassword'])
    expect(await mailsTo('nobody@example.com')).toEqual([])
  })

  it('works for a customer whom somebody locked out, from their own address as well', async () => {
    const { email, id } = await accounts.createCustomer()
    const visitor = { ip: freshIp() }
    for (let guess = 0; guess < 7; guess += 1)
      await accounts.logIn({ email, password: 'no' }, visitor)
    const request = { captcha: {}, email }
    expect(await requestReset(await accounts.request(visitor), request)).toEqual({
      outcome: 'sent',
    })
    expect(await reset(await accounts.tokenFor({ email, id }))).toEqual({ outcome: 'reset' })
  })
})

describe('whoever set a new password', () => {
  it('logs in with it at once, however often they had guessed the old one', async () => {
    const { email, id } = await accounts.createCustomer()
    const visitor = { ip: freshIp() }
    for (let guess = 0; guess < 7; guess += 1)
      await accounts.logIn({ email, password: 'no' }, visitor)
    const request = { password: next, token: await accounts.tokenFor({ email, id }) }
    await resetPassword(await accounts.request(visitor), request)
    const login = await accounts.logIn({ email, password: next }, visitor)
    expect(login.outcome).toBe('signedIn')
  })

  it('logs in from a new browser while strangers everywhere guess at the account, and is told of it', async () => {
    const { email, id } = await accounts.createCustomer()
    await accounts.logIn({ email, password: 'no' })
    const db = await accounts.db()
    await db.execute(sql`
      update lm_rate_limits set points = 1000 where key = ${`accountLogin:${hashToken(email)}`}`)
    const login = { email, password: next }
    const request = {
      deviceToken: 'browser',
      password: next,
      token: await accounts.tokenFor({ email, id }),
    }
    expect(await resetPassword(await accounts.request(), request)).toEqual({ outcome: 'reset' })
    const elsewhere = await accounts.logIn({ ...login, deviceToken: 'elsewhere' })
    expect(elsewhere.outcome).toBe('refused')
    const here = await accounts.logIn({ ...login, deviceToken: 'browser' })
    expect(here.outcome).toBe('signedIn')
    expect(await mailsTo(email)).toContain('newSignIn')
  })

  it('keeps their address: a change of it that an intruder asked for is given up, its late mail included', async () => {
    const customer = await accounts.createCustomer()
    const intruder = await accounts.signIn(customer.email)
    const change = { email: `evil-${customer.email}`, password }
    await requestEmailChange(await accounts.request(), intruder, change)
    expect(await reset(await accounts.tokenFor(customer))).toEqual({ outcome: 'reset' })
    const where = { to: { equals: change.email } }
    const { docs } = await payload.find({ collection: 'mails', where })
    await deliverMail(payload, docs[0]?.id ?? '')
    expect((await payload.find({ collection: 'mails', where })).docs).toMatchObject([
      { status: 'skipped', template: 'confirmNewEmail' },
    ])
    expect(
      (await payload.findByID({ collection: 'customers', id: customer.id })).pendingEmail,
    ).toBe(null)
  })
})

describe('the link', () => {
  it('holds 256 random bits of which the database knows a hash only', async () => {
    const customer = await accounts.createCustomer()
    const token = await accounts.tokenFor(customer)
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    const { rows } = await (await accounts.db()).execute(sql`select * from account_tokens`)
    expect(JSON.stringify(rows)).not.toContain(token)
  })

  it('sets the password once under twenty parallel submits, ends all sessions and signs nobody in', async () => {
    const customer = await accounts.createCustomer()
    const before = await accounts.signIn(customer.email)
    const token = await accounts.tokenFor(customer)
    const results = await Promise.all(Array.from({ length: 20 }, () => reset(token)))
    expect(results.filter(({ outcome }) => outcome === 'reset')).toHaveLength(1)
    expect(await accounts.whoIs(before.token)).toBeNull()
    const { rows } = await (
      await accounts.db()
    ).execute(sql`select 1 from customer_sessions where customer_id = ${customer.id}`)
    expect(rows).toEqual([])
    expect(await accounts.logIn({ email: customer.email })).toEqual({ outcome: 'refused' })
    const login = { email: customer.email, password: next }
    expect(await accounts.logIn(login)).toMatchObject({ outcome: 'signedIn' })
    expect(
      (await mailsTo(customer.email)).filter((mail) => mail === 'passwordChanged'),
    ).toHaveLength(1)
  })

  it('is worth nothing after an hour', async () => {
    const token = await accounts.tokenFor(await accounts.createCustomer())
    const db = await accounts.db()
    const { rows } = await db.execute(sql`
      select extract(epoch from max(expires_at) - now()) as seconds from account_tokens
      where purpose = 'resetPassword'`)
    expect(Number(rows[0]?.seconds)).toBeLessThanOrEqual(3600)
    await db.execute(sql`update account_tokens set expires_at = expires_at - interval '61 minutes'`)
    expect(await reset(token)).toEqual({ outcome: 'gone' })
    const found = await inspectToken(await accounts.request(), token, 'resetPassword')
    expect(found.state).toBe('expired')
  })

  it('is worth nothing after a change of address, and for a disabled account', async () => {
    const moved = await accounts.createCustomer()
    const token = await accounts.tokenFor(moved)
    const data = { email: `moved-${moved.email}` }
    await payload.update({ collection: 'customers', data, id: moved.id })
    expect(await reset(token)).toEqual({ outcome: 'gone' })
    const disabled = await accounts.createCustomer()
    const other = await accounts.tokenFor(disabled)
    const db = await accounts.db()
    await db.execute(sql`update customers set disabled_at = now() where id = ${disabled.id}`)
    expect(await reset(other)).toEqual({ outcome: 'gone' })
  })

  it('is for nothing else: tokens of other purposes set no password', async () => {
    const customer = await accounts.createCustomer()
    for (const purpose of ['confirmEmail', 'changeEmail', 'secondFactor', 'endSession'] as const) {
      expect(await reset(await accounts.tokenFor(customer, purpose))).toEqual({ outcome: 'gone' })
    }
    for (const token of [undefined, null, '', {}, ['x'], 'x'.repeat(10_000)]) {
      expect(await reset(token)).toEqual({ outcome: 'gone' })
    }
    expect(await accounts.logIn({ email: customer.email })).toMatchObject({ outcome: 'signedIn' })
  })

  it('is not used up by a password that is refused', async () => {
    const token = await accounts.tokenFor(await accounts.createCustomer())
    expect(await reset(token, 'short')).toEqual({ error: 'passwordTooShort', outcome: 'invalid' })
    expect(await reset(token)).toEqual({ outcome: 'reset' })
  })

  it('takes away what somebody unproved had put into the account before its address was confirmed', async () => {
    const { email, id } = await accounts.createCustomer({ confirmedAt: null })
    const db = await accounts.db()
    await db.execute(sql`
      insert into passkeys (customer_id, name, credential_id, public_key, counter, created_at, updated_at)
      values (${id}, 'Intruder', ${id}, 'key', 0, now(), now())`)
    await db.execute(sql`
      update customers set totp_enabled_at = now(), totp_secret = 'x', pending_email = 'evil@example.com' where id = ${id}`)
    expect(await reset(await accounts.tokenFor({ email, id }))).toMatchObject({ outcome: 'reset' })
    const customer = await payload.findByID({ collection: 'customers', id })
    expect(customer.confirmedAt).toBeTruthy()
    expect([customer.pendingEmail ?? null, customer.totpEnabledAt ?? null]).toEqual([null, null])
    const { rows } = await db.execute(sql`select 1 from passkeys where customer_id = ${id}`)
    expect(rows).toEqual([])
    expect(await accounts.logIn({ email, password })).toEqual({ outcome: 'refused' })
  })
})
