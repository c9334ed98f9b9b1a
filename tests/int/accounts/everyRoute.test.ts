import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { socialLoginEndpoints } from '../../../plugins/social-login/endpoints'
import { issueToken } from '../../../src/accounts/tokens/issueToken'
import { portalEndpoints } from '../../../src/portal/endpoints'
import { createTestPayload, type TestPayload } from '../../support/payload'
import { type Rest, restOf } from '../../support/rest'
import { type Accounts, accountsOf, password } from './support/accounts'

/**
 * Every route of the accounts, taken from the config so that a new one is tried as well: what a customer sends beside what the route
 * asks for is written nowhere, and a GET changes nothing.
 */
let accounts: Accounts
let payload: Payload
let rest: Rest
let test: TestPayload

beforeAll(async () => {
  test = await createTestPayload()
  ;({ payload } = test)
  rest = restOf(test)
  accounts = accountsOf(payload)
})
afterAll(() => test.close())

const past = '2001-02-03T04:05:06.000Z'

/** Everything of a customer that is not theirs to write. */
const foreignFields = {
  _verificationToken: 'taken',
  _verified: true,
  avatar: '00000000-0000-4000-8000-000000000000',
  clientId: 'TAKEN',
  collection: 'users',
  confirmedAt: past,
  createdAt: past,
  disabledAt: past,
  hash: 'taken',
  id: '00000000-0000-4000-8000-000000000000',
  lastLogin: past,
  lockUntil: past,
  loginAttempts: 99,
  owner: 'taken',
  pendingEmail: 'taken@example.com',
  role: 'admin',
  roles: ['admin'],
  salt: 'taken',
  sessions: [],
  totpEnabledAt: past,
  totpLastStep: 1,
  totpSecret: 'taken',
}

type Row = Record<string, unknown>

async function rowOf(id: string): Promise<Row> {
  const db = await accounts.db()
  const { rows } = await db.execute(sql`select * from customers where id = ${id}`)
  return rows[0] as Row
}

async function everything(): Promise<string> {
  const db = await accounts.db()
  const tables = [
    'customers',
    'customer_sessions',
    'account_tokens',
    'passkeys',
    'mails',
    'identities',
  ]
  const all = []
  for (const table of tables) {
    const { rows } = await db.execute(sql.raw(`select * from ${table} order by id`))
    all.push(rows.map((row) => ({ ...(row as Row), last_seen_at: null })))
  }
  return JSON.stringify(all)
}

type Route = { method: string; path: string }

/** The routes of customers, with an id where they take one. */
function routesFor(id: string): Route[] {
  const own = payload.collections.customers.config.endpoints || []
  const routes = own.map(({ method, path }) => ({ method, path: `/customers${path}` }))
  const all = [
    ...routes,
    ...[...portalEndpoints, ...socialLoginEndpoints].map(({ method, path }) => ({ method, path })),
  ]
  return all.map(({ method, path }) => ({
    method: method.toUpperCase(),
    path: path.replace(/:\w+/g, id),
  }))
}

const isRead = (method: string) => method === 'GET' || method === 'HEAD'

describe('fields that a customer may not write', () => {
  it('are written by no route, whatever else it is given', async () => {
    const customer = await accounts.signIn((await accounts.createCustomer()).email)
    const writes = [
      ...routesFor(customer.id).filter(({ method }) => !isRead(method)),
      { method: 'PATCH', path: `/customers/${customer.id}` },
      { method: 'PATCH', path: '/customers?where[id][exists]=true' },
      { method: 'POST', path: '/customers' },
      { method: 'POST', path: `/customers/${customer.id}` },
    ].filter(({ path }) => path !== '/customers/logout')
    expect(writes.length).toBeGreaterThan(15)
    let { token } = customer
    for (const { method, path } of writes) {
      // Some routes end the session that they are called with.
      if (!(await accounts.whoIs(token))) ({ token } = await accounts.signIn(customer.email))
      const before = await rowOf(customer.id)
      const body = { ...foreignFields, email: customer.email, name: 'Casey Customer', password }
      for (const as of [{ headers: { Cookie: `lm-portal=${token}` } }, { token }]) {
        const { status } = await rest(method, path, { body, ...as })
        expect(`${method} ${path} ${status < 500}`).toBe(`${method} ${path} true`)
      }
      const after = await rowOf(customer.id)
      const changed = Object.keys(after).filter(
        (column) => String(after[column]) !== String(before[column]),
      )
      const mayChange = path === '/customers/login' ? ['last_login'] : []
      expect(`${path}: ${changed.filter((column) => !mayChange.includes(column)).join()}`).toBe(
        `${path}: `,
      )
      expect(String(after.last_login)).not.toContain('2001')
    }
    const { totalDocs } = await payload.count({
      collection: 'customers',
      where: { clientId: { equals: 'TAKEN' } },
    })
    expect(totalDocs).toBe(0)
  })

  it('are written by no GraphQL mutation', async () => {
    const customer = await accounts.signIn((await accounts.createCustomer()).email)
    const before = await rowOf(customer.id)
    const { body } = await rest('POST', '/graphql', {
      body: {
        query: `mutation { updateCustomer(id: "${customer.id}", data: { clientId: "TAKEN" }) { id } }`,
      },
      token: customer.token,
    }).catch(() => ({ body: {} }))
    expect(JSON.stringify(body)).not.toContain('TAKEN')
    expect(await rowOf(customer.id)).toEqual(before)
  })
})

it('no GET changes anything, with a session and good tokens of links', async () => {
  const account = await accounts.createCustomer({ confirmedAt: null })
  const other = await accounts.signIn((await accounts.createCustomer()).email)
  const { email, id } = account
  const tokens = [
    await issueToken(payload, { customer: id, email, purpose: 'confirmEmail' }),
    await issueToken(payload, { customer: id, email, purpose: 'resetPassword' }),
  ]
  const before = await everything()
  const paths = new Set(routesFor(other.id).map(({ path }) => path))
  for (const path of paths) {
    for (const token of tokens) {
      const query = new URLSearchParams({ email, password, token }).toString()
      const headers = { Cookie: `lm-portal=${other.token}` }
      const { status } = await rest('GET', `${path}?${query}`, { headers })
      expect(`${path} ${status < 500}`).toBe(`${path} true`)
    }
  }
  expect(await everything()).toBe(before)
})
