import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { changePassword } from '../../../src/accounts/account/changePassword'
import { hashPassword } from '../../../src/accounts/passwords/hash'
import { findLoginEvents } from '../../../src/portal/queries/findLoginEvents'
import { createTestPayload, type TestPayload } from '../../support/payload'
import { type Accounts, accountsOf, freshIp, password } from './support/accounts'

/** Signing in with a password: what it opens, and how guessing is stopped (security.md 9–12). */
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

describe('sessions under concurrency', () => {
  it('eight parallel logins give eight sessions', async () => {
    const { email, id } = await accounts.createCustomer()
    const signedIn = await Promise.all(Array.from({ length: 8 }, () => accounts.signIn(email)))
    expect(new Set(signedIn.map(({ token }) => token)).size).toBe(8)
    for (const { token } of signedIn) expect(await accounts.whoIs(token)).toMatchObject({ id })
  })

  it('a login that races a change of password leaves the new password and no session of the old', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { email } = await accounts.createCustomer()
      const present = await accounts.signIn(email)
      const next = `another fine password ${round} yes`
      const [, ...logins] = await Promise.all([
        changePassword(await accounts.request(), present, { current: password, next }),
        ...Array.from({ length: 4 }, () => accounts.logIn({ email })),
      ])
      expect(await accounts.logIn({ email })).toEqual({ outcome: 'refused' })
      expect(await accounts.logIn({ email, password: next })).toMatchObject({ outcome: 'signedIn' })
      for (const login of logins) {
        if (login.outcome !== 'signedIn') continue
        expect(await accounts.whoIs(login.session.token)).toBeNull()
      }
      expect(await accounts.whoIs(present.token)).not.toBeNull()
    }
  })

  it('an administrator who saves the customer meanwhile undoes no change of password', async () => {
    const { email, id } = await accounts.createCustomer()
    const present = await accounts.signIn(email)
    const next = 'yet another fine password here'
    await Promise.all([
      changePassword(await accounts.request(), present, { current: password, next }),
      ...Array.from({ length: 6 }, (_, edit) =>
        payload.update({ collection: 'customers', data: { name: `Edit ${edit}` }, id }),
      ),
    ])
    expect(await accounts.logIn({ email, password: next })).toMatchObject({ outcome: 'signedIn' })
  })
})

describe('an administrator who changes many customers', () => {
  it('undoes no change of password that is just being made', async () => {
    const { email, id } = await accounts.createCustomer()
    const stored = await hashPassword('yet another fine password here')
    const { pool } = payload.db as unknown as { pool: pg.Pool }
    const client = await pool.connect()
    try {
      await client.query('begin')
      await client.query('update customers set hash = $1, salt = $2 where id = $3', [
        stored.hash,
        stored.salt,
        id,
      ])
      const where = { id: { in: [id] } }
      const edit = payload.update({ collection: 'customers', data: { language: 'de' }, where })
      const waiting = async () => {
        const { rows } = await pool.query<{ total: number }>(
          `select count(*)::int as total from pg_stat_activity
           where datname = current_database() and wait_event_type = 'Lock'`,
        )
        return rows[0]?.total
      }
      await expect.poll(waiting, { timeout: 20_000 }).toBe(1)
      await client.query('commit')
      expect((await edit).docs).toMatchObject([{ id, language: 'de' }])
    } finally {
      client.release()
    }
    const login = { email, password: 'yet another fine password here' }
    expect(await accounts.logIn(login)).toMatchObject({ outcome: 'signedIn' })
  })
})

describe('the sign-in history', () => {
  it.each([
    '',
    'x',
    '+275760-09-13T00:00:00.000Z',
    '-000001-01-01T00:00:00.000Z',
    '2026-13-99T00:00:00Z',
  ])('begins at the newest for %j, which is no moment', async (before) => {
    const customer = await accounts.signIn((await accounts.createCustomer()).email)
    const req = await accounts.request()
    req.user = customer
    const { events } = await findLoginEvents(req, customer.id, before)
    expect(events).toMatchObject([{ outcome: 'success' }])
  })
})

describe('the end of a session', () => {
  it('comes with the account’s deletion at the next request', async () => {
    const { email, id } = await accounts.createCustomer()
    const { token } = await accounts.signIn(email)
    await payload.delete({ collection: 'customers', id })
    expect(await accounts.whoIs(token)).toBeNull()
  })

  it('comes with the account being disabled at the next request, and no login opens another', async () => {
    const { email, id } = await accounts.createCustomer()
    const { token } = await accounts.signIn(email)
    const db = await accounts.db()
    await db.execute(sql`update customers set disabled_at = now() where id = ${id}`)
    expect(await accounts.whoIs(token)).toBeNull()
    expect(await accounts.logIn({ email })).toEqual({ outcome: 'disabled' })
    expect(await accounts.logIn({ email, password: 'wrong' })).toEqual({ outcome: 'refused' })
    const login = { collection: 'customers' as const, data: { email, password } }
    await expect(payload.login(login)).rejects.toThrow()
  })

  it.each([
    [false, 12, 24],
    [true, 14 * 24, 60 * 24],
  ])('comes after idle and absolute limits (remembered: %s)', async (isRemembered, idle, max) => {
    const { email } = await accounts.createCustomer()
    const result = await accounts.logIn({ email, isRemembered })
    if (result.outcome !== 'signedIn') throw new Error(result.outcome)
    const { cookieExpires, id, token } = result.session
    const hoursLeft = async () => {
      const { rows } = await (
        await accounts.db()
      ).execute(sql`
        select extract(epoch from expires_at - now()) / 3600 as hours from customer_sessions where id = ${id}`)
      return Math.round(Number(rows[0]?.hours))
    }
    expect(await hoursLeft()).toBe(idle)
    expect(cookieExpires === null).toBe(!isRemembered)

    const age = async (hours: number, idleMinutes: number) =>
      (await accounts.db()).execute(sql`
        update customer_sessions set created_at = now() - make_interval(hours => ${hours}),
          last_seen_at = now() - make_interval(mins => ${idleMinutes}) where id = ${id}`)
    await age(1, 2)
    await accounts.whoIs(token)
    expect(await hoursLeft()).toBe(idle)
    await age(max - 3, 2)
    await accounts.whoIs(token)
    expect(await hoursLeft()).toBe(3)
    await age(max + 1, 2)
    await accounts.whoIs(token)
    expect(await accounts.whoIs(token)).toBeNull()
  })
})
