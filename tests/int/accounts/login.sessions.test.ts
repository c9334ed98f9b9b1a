import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { changePassword } from '../../../src/accounts/account/changePassword'
import { hashPassword } from '../../../src/accounts/passwords/hash'
import { findLoginEvents } from '../../../src/portal/queries/findLoginEvents'
import { createTestPayload, type TestPayload } from '../../support/payload'
import { type Accounts, accountsOf, password } from './support/accounts'

/** The sessions that a login opens: several at once, beside a change of password, and how they end. */
let accounts: Accounts
let payload: Payload
let test: TestPayload

beforeAll(async () => {
  test = await createTestPayload()
  ;({ payload } = test)
  accounts = accountsOf(payload)
})
afterAll(() => test.close())

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
