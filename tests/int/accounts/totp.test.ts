import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { changePassword } from '../../../src/accounts/account/changePassword'
import { disableTotp, renewRecoveryCodes } from '../../../src/accounts/totp/changeTotp'
import { confirmTotp, startTotp } from '../../../src/accounts/totp/setUpTotp'
import { createTestPayload, type TestPayload } from '../../support/payload'
import { restOf } from '../../support/rest'
import { type Accounts, accountsOf, password } from './support/accounts'
import { codeAt, type Totp, totpOf } from './support/totp'

/** The authenticator app as a second factor: what passes, once, and how guessing ends. */
let accounts: Accounts
let firstStep: Totp['firstStep']
let payload: Payload
let secondStep: Totp['secondStep']
let test: TestPayload
let withApp: Totp['withApp']

beforeAll(async () => {
  test = await createTestPayload()
  ;({ payload } = test)
  accounts = accountsOf(payload)
  ;({ firstStep, secondStep, withApp } = totpOf(accounts))
})
afterAll(() => test.close())

describe('setting up', () => {
  it('needs the password and a code of the app, and tells ten recovery codes once', async () => {
    const customer = await accounts.signIn((await accounts.createCustomer()).email)
    expect(await startTotp(await accounts.request(), customer, 'wrong')).toEqual({
      error: 'passwordWrong',
    })
    const setup = await startTotp(await accounts.request(), customer, password)
    if ('error' in setup) throw new Error(setup.error)
    expect(setup.uri).toMatch(/^otpauth:\/\/totp\/License%20Manager:/)
    expect(setup.qrCode).toContain('<svg')
    const { token } = setup
    const confirm = async (code: unknown) =>
      confirmTotp(await accounts.request(), customer, { code, token })
    expect(await confirm('000000')).toEqual({ error: 'codeWrong' })
    expect(await accounts.logIn({ email: customer.email })).toMatchObject({ outcome: 'signedIn' })
    const confirmed = await confirm(codeAt(setup.secret))
    expect('recoveryCodes' in confirmed && new Set(confirmed.recoveryCodes).size).toBe(10)
    expect(await confirm(codeAt(setup.secret))).toEqual({ error: 'expired' })
  })

  it('of another customer cannot be finished', async () => {
    const [one, other] = [await accounts.createCustomer(), await accounts.createCustomer()]
    const setup = await startTotp(
      await accounts.request(),
      await accounts.signIn(one.email),
      password,
    )
    if ('error' in setup) throw new Error(setup.error)
    const request = { code: codeAt(setup.secret), token: setup.token }
    const intruder = await accounts.signIn(other.email)
    expect(await confirmTotp(await accounts.request(), intruder, request)).toEqual({
      error: 'expired',
    })
  })

  it('leaves the secret unreadable in the database and in every answer', async () => {
    const { customer, recoveryCodes, secret } = await withApp()
    const db = await accounts.db()
    for (const table of ['customers', 'account_tokens', 'recovery_codes']) {
      const { rows } = await db.execute(sql`select * from ${sql.identifier(table)}`)
      const text = JSON.stringify(rows)
      for (const hidden of [secret, ...recoveryCodes]) expect(text).not.toContain(hidden)
    }
    const admin = { email: 'admin@example.com', password }
    await payload.create({ collection: 'users', data: admin })
    const { token } = await payload.login({ collection: 'users', data: admin })
    const { body } = await restOf(test)('GET', `/customers/${customer.id}`, { token })
    expect(JSON.stringify(body)).not.toMatch(/totpSecret|totpLastStep/)
  })
})

describe('the second step', () => {
  it('opens the session; the first one alone opens none', async () => {
    const { customer, secret } = await withApp()
    const token = await firstStep(customer.email)
    expect(await accounts.whoIs(token)).toBeNull()
    const result = await secondStep(token, codeAt(secret))
    if (result.outcome !== 'signedIn') throw new Error(result.outcome)
    expect(await accounts.whoIs(result.session.token)).toMatchObject({ id: customer.id })
  })

  it.each([-1, 0, 1])('takes a code of %i steps from now', async (steps) => {
    const { customer, secret } = await withApp()
    const token = await firstStep(customer.email)
    expect(await secondStep(token, codeAt(secret, steps))).toMatchObject({ outcome: 'signedIn' })
  })

  it.each([-3, 3])('refuses a code of %i steps from now', async (steps) => {
    const { customer, secret } = await withApp()
    const token = await firstStep(customer.email)
    expect(await secondStep(token, codeAt(secret, steps))).toEqual({ outcome: 'wrong' })
  })

  it('takes a code once, also in twenty parallel logins', async () => {
    const { customer, secret } = await withApp()
    const code = codeAt(secret)
    const tokens = []
    for (let login = 0; login < 4; login += 1) tokens.push(await firstStep(customer.email))
    const attempts = await Promise.all(tokens.map((token) => secondStep(token, code)))
    expect(attempts.filter(({ outcome }) => outcome === 'signedIn')).toHaveLength(1)
  })

  it('takes a first step once, also with many good codes', async () => {
    const { customer, recoveryCodes } = await withApp()
    const token = await firstStep(customer.email)
    const attempts = await Promise.all(
      recoveryCodes.slice(0, 4).map((code) => secondStep(token, code)),
    )
    expect(attempts.filter(({ outcome }) => outcome === 'signedIn')).toHaveLength(1)
  })

  it('takes a recovery code once, however it is typed, and another customer’s never', async () => {
    const { customer, recoveryCodes } = await withApp()
    const other = await withApp()
    const [code = ''] = recoveryCodes
    const typed = ` ${code.toUpperCase().replaceAll('-', ' ')} `
    expect(await secondStep(await firstStep(other.customer.email), code)).toEqual({
      outcome: 'wrong',
    })
    expect(await secondStep(await firstStep(customer.email), typed)).toMatchObject({
      outcome: 'signedIn',
    })
    expect(await secondStep(await firstStep(customer.email), code)).toEqual({ outcome: 'wrong' })
  })

  it('ends after five wrong codes, from wherever they come', async () => {
    const { customer, secret } = await withApp()
    for (let guess = 0; guess < 5; guess += 1) {
      const token = await firstStep(customer.email)
      expect(await secondStep(token, `00000${guess}`)).toEqual({ outcome: 'wrong' })
    }
    const token = await firstStep(customer.email)
    expect(await secondStep(token, codeAt(secret))).toEqual({ outcome: 'locked' })
  })

  it.each([undefined, null, '', 5, {}, ['123456'], 'x'.repeat(10_000), '١٢٣٤٥٦'])(
    'refuses %j as a code',
    async (code) => {
      const { customer } = await withApp()
      expect(await secondStep(await firstStep(customer.email), code)).toEqual({ outcome: 'wrong' })
    },
  )

  it('is worth nothing after a change of password, for a disabled account, and after ten minutes', async () => {
    const { customer, secret } = await withApp()
    const change = { current: password, next: 'harpsichord under seven bridges' }
    const before = await firstStep(customer.email)
    await changePassword(await accounts.request(), customer, change)
    expect(await secondStep(before, codeAt(secret))).toEqual({ outcome: 'gone' })

    const disabled = await withApp()
    const token = await firstStep(disabled.customer.email)
    const db = await accounts.db()
    await db.execute(
      sql`update customers set disabled_at = now() where id = ${disabled.customer.id}`,
    )
    expect(await secondStep(token, codeAt(disabled.secret))).toEqual({ outcome: 'gone' })

    const late = await withApp()
    const old = await firstStep(late.customer.email)
    await db.execute(sql`
      update account_tokens set expires_at = expires_at - interval '10 minutes' where customer_id = ${late.customer.id}`)
    expect(await secondStep(old, codeAt(late.secret))).toEqual({ outcome: 'gone' })
  })
})

describe('switching off and renewing', () => {
  it('needs the password; afterwards the password alone signs in', async () => {
    const { customer } = await withApp()
    expect(await disableTotp(await accounts.request(), customer, 'no')).toEqual({
      error: 'passwordWrong',
    })
    expect(await disableTotp(await accounts.request(), customer, password)).toBe('disabled')
    expect(await accounts.logIn({ email: customer.email })).toMatchObject({ outcome: 'signedIn' })
  })

  it('makes the old recovery codes worthless', async () => {
    const { customer, recoveryCodes } = await withApp()
    const renewed = await renewRecoveryCodes(await accounts.request(), customer, password)
    if ('error' in renewed) throw new Error(renewed.error)
    expect(await secondStep(await firstStep(customer.email), recoveryCodes[0])).toEqual({
      outcome: 'wrong',
    })
    const good = await secondStep(await firstStep(customer.email), renewed.recoveryCodes[0])
    expect(good).toMatchObject({ outcome: 'signedIn' })
  })
})
