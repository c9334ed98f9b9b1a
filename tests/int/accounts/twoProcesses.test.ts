import { afterAll, beforeAll, expect, it } from 'vitest'

import { freeAttempts } from '../../../src/accounts/limits/lockout'
import { type ServerProcess, startServer } from '../api/support/servers'
import { createTestPayload, type TestPayload } from '../../support/payload'
import { type Accounts, accountsOf, freshIp, password } from './support/accounts'
import { codeAt, type Totp, totpOf } from './support/totp'

/** Two instances on one database: who guesses is locked out after as many attempts as at one, whichever of them is asked. */
const startMs = 120_000

let accounts: Accounts
let servers: ServerProcess[] = []
let test: TestPayload
let totp: Totp

beforeAll(async () => {
  test = await createTestPayload()
  accounts = accountsOf(test.payload)
  totp = totpOf(accounts)
  const options = { environment: { WORKER: 'off' }, script: 'accounts/support/serve.ts' }
  servers = await Promise.all([1, 2].map(() => startServer(test.databaseUrl, options)))
}, startMs)
afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()))
  await test.close()
})

async function post(index: number, path: string, body: object, ip = freshIp()) {
  const { url = '' } = servers[index % servers.length] ?? {}
  const response = await fetch(new URL(path, url), {
    body: JSON.stringify(body),
    headers: {
      'Content-Type': 'application/json',
      Origin: test.payload.config.serverURL || new URL(url).origin,
      'X-Forwarded-For': ip,
    },
    method: 'POST',
  })
  return { body: (await response.json()) as Record<string, unknown>, status: response.status }
}

const logIn = async (index: number, email: string, ip: string, tried = password) =>
  (await post(index, '/api/customers/login', { email, password: tried }, ip)).status

/** How attempts of the account ended, each kind as often as it was. */
async function outcomesOf(customer: string): Promise<Record<string, number>> {
  const { docs } = await test.payload.find({
    collection: 'login-events',
    pagination: false,
    where: { customer: { equals: customer } },
  })
  const counts: Record<string, number> = {}
  for (const { outcome } of docs) counts[outcome] = (counts[outcome] ?? 0) + 1
  return counts
}

it('wrong passwords at either count together: after five, neither takes the right one', async () => {
  const { email, id } = await accounts.createCustomer()
  const ip = freshIp()
  for (let attempt = 0; attempt < freeAttempts; attempt += 1) {
    expect(await logIn(attempt, email, ip, 'wrong')).toBe(401)
  }
  expect([await logIn(0, email, ip), await logIn(1, email, ip)]).toEqual([401, 401])
  expect(await outcomesOf(id)).toEqual({ lockedOut: 2, wrongPassword: freeAttempts })
  // From elsewhere they still get in, at both: what was refused was not the password.
  expect([await logIn(0, email, freshIp()), await logIn(1, email, freshIp())]).toEqual([200, 200])
})

it('40 wrong passwords at once, at both, are looked at five times together', async () => {
  const { email, id } = await accounts.createCustomer()
  const ip = freshIp()
  await Promise.all(Array.from({ length: 40 }, (_, index) => logIn(index, email, ip, 'wrong')))
  expect(await outcomesOf(id)).toEqual({
    lockedOut: 40 - freeAttempts,
    wrongPassword: freeAttempts,
  })
})

it('a right password at one forgives what was wrong at the other', async () => {
  const { email, id } = await accounts.createCustomer()
  const ip = freshIp()
  for (let attempt = 1; attempt < freeAttempts; attempt += 1) await logIn(0, email, ip, 'wrong')
  expect(await logIn(1, email, ip)).toBe(200)
  for (let attempt = 1; attempt < freeAttempts; attempt += 1) await logIn(1, email, ip, 'wrong')
  expect(await logIn(0, email, ip)).toBe(200)
  expect(await outcomesOf(id)).not.toHaveProperty('lockedOut')
})

it('wrong codes of the second factor at either count together: after five, neither takes the right one', async () => {
  const { customer, secret } = await totp.withApp()
  const token = await totp.firstStep(customer.email)
  const enter = async (index: number, code: string) =>
    (await post(index, '/second-factor', { code, token })).body.outcome
  for (let attempt = 0; attempt < freeAttempts; attempt += 1) {
    expect(await enter(attempt, '000000')).toBe('wrong')
  }
  const right = codeAt(secret)
  expect([await enter(0, right), await enter(1, right)]).toEqual(['locked', 'locked'])
})

it('40 codes at once, at both, are looked at five times together', async () => {
  const { customer } = await totp.withApp()
  const token = await totp.firstStep(customer.email)
  const outcomes = await Promise.all(
    Array.from(
      { length: 40 },
      async (_, index) =>
        (await post(index, '/second-factor', { code: '000000', token })).body.outcome,
    ),
  )
  expect(outcomes.filter((outcome) => outcome === 'wrong')).toHaveLength(freeAttempts)
  expect(outcomes.filter((outcome) => outcome === 'locked')).toHaveLength(40 - freeAttempts)
})

it('a code of the app opens one session, entered at both at once', async () => {
  const { customer, secret } = await totp.withApp()
  const code = codeAt(secret)
  const tokens = [await totp.firstStep(customer.email), await totp.firstStep(customer.email)]
  const answers = await Promise.all(
    tokens.map((token, index) => post(index, '/second-factor', { code, token })),
  )
  expect(answers.map(({ body }) => body.outcome).sort()).toEqual(['signedIn', 'wrong'])
})
