import { sql } from '@payloadcms/db-postgres/drizzle'
import bcrypt from 'bcryptjs'
import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { register } from '../../../src/accounts/registration/register'
import { requestConfirmation } from '../../../src/accounts/registration/requestConfirmation'
import { requestReset } from '../../../src/accounts/reset/requestReset'
import { highestBcryptCost } from '../../../src/imports/limits'
import { createTestPayload, type TestPayload } from '../../support/payload'
import { type Rest, restOf } from '../../support/rest'
import { type Accounts, accountsOf, freshIp, medians, password } from './support/accounts'

/**
 * Whether an address has an account is nobody's business: known, unknown, locked and unconfirmed ones are answered alike, and as fast.
 * The medians of 200 runs each may differ by 10 ms; those of calls that compute a hash, by a share of what the hash takes. Whether the
 * mail server answers makes no difference, because no form waits for it: mails are put into a queue in the same way for everybody.
 */
let accounts: Accounts
let payload: Payload
let rest: Rest
let test: TestPayload
const emails: Record<string, string> = { unknown: 'nobody@example.com' }

beforeAll(async () => {
  test = await createTestPayload()
  ;({ payload } = test)
  rest = restOf(test)
  accounts = accountsOf(payload)
  emails.known = (await accounts.createCustomer()).email
  emails.unconfirmed = (await accounts.createCustomer({ confirmedAt: null })).email
  emails.locked = (await accounts.createCustomer()).email
  emails.imported = (await accounts.createCustomer()).email
  const hash = await bcrypt.hash(password, highestBcryptCost)
  await (
    await accounts.db()
  ).execute(sql`
    update customers set hash = null, salt = null, imported_hash = ${hash} where email = ${emails.imported}`)
})
afterAll(() => test.close())

const kinds = ['known', 'unknown', 'unconfirmed', 'locked', 'imported']

/** Fresh addresses each time, so that no limit of this test's own is measured; the locked one keeps to its locked one. */
const lockedIp = freshIp()

async function answersTo(path: string, body: (email: string) => object) {
  const answers = []
  for (const kind of kinds) {
    const answer = await rest('POST', path, {
      body: body(emails[kind] ?? ''),
      headers: { 'X-Forwarded-For': kind === 'locked' ? lockedIp : freshIp() },
    })
    const headers = [...answer.headers].filter(([name]) => name !== 'date')
    answers.push({ body: answer.body, headers, status: answer.status })
  }
  return answers
}

describe('the answer', () => {
  it.each([
    ['/customers/login', (email: string) => ({ email, password: 'wrong password here' })],
    ['/customers/register', (email: string) => ({ email, name: 'N', password })],
    ['/customers/forgot-password', (email: string) => ({ email })],
    ['/customers/resend-confirmation', (email: string) => ({ email })],
  ])('of %s is the same for every address', async (path, body) => {
    for (let guess = 0; guess < 6; guess += 1) {
      await accounts.logIn({ email: emails.locked, password: 'no' }, { ip: lockedIp })
    }
    const [first, ...others] = await answersTo(path, body)
    for (const other of others) expect(other).toEqual(first)
  })
})

describe('the time it takes', () => {
  const runs = 200

  const withinNoise = (times: Record<string, number>) => {
    const list = Object.values(times)
    expect(Math.max(...list) - Math.min(...list), JSON.stringify(times)).toBeLessThan(10)
  }

  it('to refuse a login is the same', { timeout: 400_000 }, async () => {
    const attempt = (kind: string) => () =>
      accounts.logIn(
        { email: emails[kind], password: kind === 'locked' ? 'no' : null },
        { ip: kind === 'locked' ? lockedIp : freshIp() },
      )
    // The limits that many runs of one account would meet are other tests' matter.
    const forget = setInterval(() => {
      void accounts.db().then((db) => db.execute(sql`delete from lm_rate_limits`))
    }, 500)
    try {
      withinNoise(
        await mediansInParallel(
          runs,
          Object.fromEntries(kinds.map((kind) => [kind, attempt(kind)])),
        ),
      )
    } finally {
      clearInterval(forget)
    }
  })

  it('to refuse a wrong password is the same', { timeout: 120_000 }, async () => {
    const attempt = (kind: string) => async () =>
      accounts.logIn(
        { email: emails[kind], password: 'not the right password' },
        { ip: kind === 'locked' ? lockedIp : freshIp() },
      )
    const calls = Object.fromEntries(kinds.map((kind) => [kind, attempt(kind)]))
    withinNoise(await medians(12, calls))
  })

  it('to take a registration is the same', { timeout: 120_000 }, async () => {
    const call = async (email: string) => {
      const form = { captcha: {}, deviceToken: 'd', email, name: 'N', password }
      const result = await register(await accounts.request(), form)
      expect(result).toEqual({ outcome: 'checkMail' })
    }
    const calls = Object.fromEntries(kinds.map((kind) => [kind, () => call(emails[kind] ?? '')]))
    // Other tests compute hashes on the same processors: the runs that they disturbed least are compared.
    const times = Object.values(await medians(16, calls, 0.1))
    expect(Math.max(...times)).toBeLessThan(Math.min(...times) * 1.15)
  })

  it.each([
    [
      'to refuse a registration',
      async (email: string) =>
        register(await accounts.request(), {
          captcha: {},
          deviceToken: 'd',
          email,
          name: 'N',
          password: 'short',
        }),
    ],
    [
      'to ask for a reset',
      async (email: string) => requestReset(await accounts.request(), { captcha: {}, email }),
    ],
    [
      'to ask for a confirmation',
      async (email: string) => requestConfirmation(await accounts.request(), email),
    ],
  ])('%s is the same', async (_name, call) => {
    const calls = Object.fromEntries(kinds.map((kind) => [kind, () => call(emails[kind] ?? '')]))
    withinNoise(await medians(runs, calls))
  })
})

/** As {@link medians}, 25 at a time: each run waits most of its time. */
async function mediansInParallel(
  runs: number,
  calls: Record<string, () => Promise<unknown>>,
): Promise<Record<string, number>> {
  const times: Record<string, number[]> = {}
  const names = Object.keys(calls)
  const jobs = Array.from({ length: runs }, () => names).flat()
  const work = async () => {
    for (let name = jobs.pop(); name !== undefined; name = jobs.pop()) {
      const started = performance.now()
      await calls[name]?.()
      ;(times[name] ??= []).push(performance.now() - started)
    }
  }
  await Promise.all(Array.from({ length: 25 }, work))
  return Object.fromEntries(
    names.map((name) => {
      const sorted = (times[name] ?? []).sort((one, other) => one - other)
      return [name, sorted[Math.floor(sorted.length / 2)] ?? 0]
    }),
  )
}
