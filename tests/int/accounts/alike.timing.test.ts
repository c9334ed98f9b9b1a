import { sql } from '@payloadcms/db-postgres/drizzle'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { register } from '../../../src/accounts/registration/register'
import { requestConfirmation } from '../../../src/accounts/registration/requestConfirmation'
import { requestReset } from '../../../src/accounts/reset/requestReset'
import { medians, password } from './support/accounts'
import { type Addresses, createAddresses, type Kind, kinds } from './support/alike'

/**
 * Known, unknown, locked and unconfirmed addresses are answered as fast as each other. The medians of 200 runs each may differ by 10 ms;
 * those of calls that compute a hash, by a share of what the hash takes. Whether the mail server answers makes no difference, because no
 * form waits for it: mails are put into a queue in the same way for everybody.
 */
let addresses: Addresses

beforeAll(async () => {
  addresses = await createAddresses()
  await addresses.lock()
})
afterAll(() => addresses.test.close())

const runs = 200
const patience = { timeout: 400_000 }

const forEachKind = (call: (kind: Kind) => Promise<unknown>) =>
  kinds.map((kind) => () => call(kind))

function withinNoise(times: number[]): void {
  const told = kinds.map((kind, index) => `${kind}: ${times[index]}`).join(', ')
  expect(Math.max(...times) - Math.min(...times), told).toBeLessThan(10)
}

const logIn = (kind: Kind, wrong: null | string) => {
  const { accounts, emails, ipOf } = addresses
  return accounts.logIn({ email: emails[kind], password: wrong }, { ip: ipOf(kind) })
}

it('takes the same time to refuse a login', patience, async () => {
  const calls = forEachKind((kind) => logIn(kind, kind === 'locked' ? 'no' : null))
  // The limits that many runs of one account would meet are other tests' matter.
  const forget = setInterval(() => {
    void addresses.accounts.db().then((db) => db.execute(sql`delete from lm_rate_limits`))
  }, 500)
  try {
    withinNoise(await medians(runs, calls, { atOnce: 25 }))
  } finally {
    clearInterval(forget)
  }
})

it('takes the same time to refuse a wrong password', patience, async () => {
  withinNoise(
    await medians(
      12,
      forEachKind((kind) => logIn(kind, 'not the right password')),
    ),
  )
})

it('takes the same time to take a registration', patience, async () => {
  const calls = forEachKind(async (kind) => {
    const form = {
      captcha: {},
      deviceToken: 'd',
      email: addresses.emails[kind],
      name: 'N',
      password,
    }
    const result = await register(await addresses.accounts.request(), form)
    expect(result).toEqual({ outcome: 'checkMail' })
  })
  // Other processes compute on the same processors: the runs that they disturbed least are compared.
  const times = await medians(16, calls, { share: 0.1 })
  expect(Math.max(...times)).toBeLessThan(Math.min(...times) * 1.15)
})

it.each([
  [
    'to refuse a registration',
    async (email: string) =>
      register(await addresses.accounts.request(), {
        captcha: {},
        deviceToken: 'd',
        email,
        name: 'N',
        password: 'short',
      }),
  ],
  [
    'to ask for a reset',
    async (email: string) =>
      requestReset(await addresses.accounts.request(), { captcha: {}, email }),
  ],
  [
    'to ask for a confirmation',
    async (email: string) => requestConfirmation(await addresses.accounts.request(), email),
  ],
])('takes the same time %s', patience, async (_name, call) => {
  withinNoise(
    await medians(
      runs,
      forEachKind((kind) => call(addresses.emails[kind])),
    ),
  )
})
