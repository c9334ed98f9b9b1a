import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { createTestPayload, type TestPayload } from '../../support/payload'
import { type Accounts, accountsOf, freshIp } from './support/accounts'

/** Signing in with a password: what it opens, and how guessing is stopped. */
let accounts: Accounts
let payload: Payload
let test: TestPayload

beforeAll(async () => {
  test = await createTestPayload()
  ;({ payload } = test)
  accounts = accountsOf(payload)
})
afterAll(() => test.close())

const eventsOf = async (email: string) =>
  (
    await payload.find({
      collection: 'login-events',
      depth: 0,
      pagination: false,
      sort: 'createdAt',
      where: { email: { equals: email } },
    })
  ).docs

describe('signing in', () => {
  it('opens a session, sets Last Login and notes when, from where and how', async () => {
    const { email, id } = await accounts.createCustomer()
    const ip = freshIp()
    const { token } = await accounts.signIn(email.toUpperCase(), { ip, userAgent: 'Firefox' })
    expect(await accounts.whoIs(token)).toMatchObject({ collection: 'customers', email, id })
    const { lastLogin } = await payload.findByID({ collection: 'customers', id })
    expect(Date.now() - Date.parse(lastLogin ?? '')).toBeLessThan(10_000)
    expect(await eventsOf(email)).toMatchObject([
      { customer: id, ip, method: 'password', outcome: 'success', userAgent: 'Firefox' },
    ])
  })

  it('stores no token that opens a session', async () => {
    const { email } = await accounts.createCustomer()
    const { sessionId, token } = await accounts.signIn(email)
    const db = await accounts.db()
    const { rows } = await db.execute(sql`select * from customer_sessions where id = ${sessionId}`)
    expect(JSON.stringify(rows)).not.toContain(token)
    expect(await accounts.whoIs(rows[0]?.token_hash as string)).toBeNull()
  })

  it.each([
    ['a wrong password', 'wrongPassword', { password: 'something else entirely' }],
    ['no text', 'wrongPassword', { password: { $ne: '' } }],
    ['a password of 1 MB', 'wrongPassword', { password: 'x'.repeat(1_000_000) }],
  ])('refuses %s and notes it', async (_name, outcome, login) => {
    const { email, id } = await accounts.createCustomer()
    expect(await accounts.logIn({ email, ...login })).toEqual({ outcome: 'refused' })
    expect(await eventsOf(email)).toMatchObject([{ customer: id, outcome }])
  })

  it.each([
    undefined,
    null,
    5,
    {},
    [],
    'no address',
    'a@b.example, c@d.example',
    'x@y.example\r\nBcc: z',
  ])('refuses %j as an address', async (email) => {
    expect(await accounts.logIn({ email })).toEqual({ outcome: 'refused' })
  })

  it('tells whoever knows the password that the address is not confirmed, and nobody else', async () => {
    const { email } = await accounts.createCustomer({ confirmedAt: null })
    expect(await accounts.logIn({ email, password: 'wrong' })).toEqual({ outcome: 'refused' })
    expect(await accounts.logIn({ email })).toEqual({ outcome: 'unconfirmed' })
  })
})

describe('guessing passwords', () => {
  it('locks the guesser out with a rising delay, and the victim elsewhere still gets in', async () => {
    const { email } = await accounts.createCustomer()
    const guesser = { ip: freshIp() }
    for (let guess = 0; guess < 5; guess += 1) {
      await accounts.logIn({ email, password: `guess ${guess}` }, guesser)
    }
    expect(await accounts.logIn({ email }, guesser)).toEqual({ outcome: 'refused' })
    expect((await eventsOf(email)).at(-1)).toMatchObject({ outcome: 'lockedOut' })
    expect(await accounts.logIn({ email })).toMatchObject({ outcome: 'signedIn' })

    const db = await accounts.db()
    const delays: number[] = []
    for (let failure = 0; failure < 3; failure += 1) {
      const { rows } = await db.execute(sql`
        select round(extract(epoch from locked_until - updated_at)) as delay from login_lockouts
        where locked_until > now() order by updated_at desc limit 1`)
      delays.push(Number(rows[0]?.delay))
      await db.execute(sql`update login_lockouts set locked_until = now() - interval '1 second'`)
      await accounts.logIn({ email, password: 'again' }, guesser)
    }
    expect(delays).toEqual([60, 120, 240])
  })

  it('lets five of forty parallel guesses through to the password, not more', async () => {
    const { email } = await accounts.createCustomer()
    const guesser = { ip: freshIp() }
    await Promise.all(
      Array.from({ length: 40 }, (_, guess) =>
        accounts.logIn({ email, password: `guess ${guess}` }, guesser),
      ),
    )
    const outcomes = (await eventsOf(email)).map(({ outcome }) => outcome)
    expect(outcomes.filter((outcome) => outcome === 'wrongPassword')).toHaveLength(5)
    expect(outcomes.filter((outcome) => outcome === 'lockedOut')).toHaveLength(35)
  })

  it('forgets failures after a success', async () => {
    const { email } = await accounts.createCustomer()
    const visitor = { ip: freshIp() }
    for (let round = 0; round < 3; round += 1) {
      for (let guess = 0; guess < 3; guess += 1) {
        await accounts.logIn({ email, password: 'forgotten' }, visitor)
      }
      expect(await accounts.logIn({ email }, visitor)).toMatchObject({ outcome: 'signedIn' })
    }
  })

  it('ends in "too many" for an address that tries many accounts', async () => {
    const visitor = { ip: freshIp() }
    const results = await Promise.all(
      Array.from({ length: 62 }, (_, account) =>
        accounts.logIn({ email: `sweep-${account}@example.com`, password: null }, visitor),
      ),
    )
    expect(results.filter(({ outcome }) => outcome === 'tooMany')).toHaveLength(2)
    const noted = await payload.count({
      collection: 'login-events',
      where: { email: { like: 'sweep-' }, outcome: { equals: 'lockedOut' } },
    })
    expect(noted.totalDocs).toBe(2)
  })

  it('is seen by the customer where the CAPTCHA stopped it, too', async () => {
    const { email, id } = await accounts.createCustomer()
    const settings = (data: Record<string, unknown>) =>
      payload.updateGlobal({ data, slug: 'settings' })
    await settings({ captchaForms: ['login'], captchaProvider: 'math' })
    try {
      expect(await accounts.logIn({ email })).toEqual({ outcome: 'captchaFailed' })
    } finally {
      await settings({ captchaForms: [], captchaProvider: 'none' })
    }
    expect(await eventsOf(email)).toMatchObject([{ customer: id, outcome: 'captchaFailed' }])
  })
})
