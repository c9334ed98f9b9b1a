import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'

import type { SignedInCustomer } from '../../../src/accounts/sessions/findSignedIn'
import { createTestPayload, type TestPayload } from '../../support/payload'
import { type Accounts, accountsOf } from './support/accounts'

/** Who goes from page to page is read once, and every change of theirs shows on the next page. */
let accounts: Accounts
let payload: Payload
let present: SignedInCustomer & { token: string }
let test: TestPayload

beforeAll(async () => {
  test = await createTestPayload()
  ;({ payload } = test)
  accounts = accountsOf(payload)
})
afterAll(() => test.close())

beforeEach(async () => {
  const { email } = await accounts.createCustomer({ name: 'Ada' })
  present = await accounts.signIn(email)
  await accounts.whoIs(present.token)
})

/** The customer of the session, and how often Payload was asked for it. */
async function seen() {
  const reads = vi.spyOn(payload, 'findByID')
  const customer = await accounts.whoIs(present.token)
  const { length } = reads.mock.calls
  reads.mockRestore()
  return { customer, reads: length }
}

it('reads a customer once while nothing of theirs changes', async () => {
  const { customer, reads } = await seen()
  expect(reads).toBe(0)
  expect(customer).toMatchObject({ email: present.email, hasPassword: true, id: present.id })
  expect(Object.keys(customer ?? {}).toSorted()).toEqual(
    Object.keys(present)
      .filter((key) => key !== 'token')
      .toSorted(),
  )
})

it('shows what Payload changes', async () => {
  await payload.update({ collection: 'customers', data: { name: 'Grace' }, id: present.id })
  expect(await seen()).toMatchObject({ customer: { name: 'Grace' }, reads: 1 })
  expect(await seen()).toMatchObject({ customer: { name: 'Grace' }, reads: 0 })
})

it('shows what a statement changes that leaves the time of the last change alone', async () => {
  const db = await accounts.db()
  await db.execute(sql`update customers set name = 'Hedy' where id = ${present.id}`)
  expect(await seen()).toMatchObject({ customer: { name: 'Hedy' }, reads: 1 })
})

it('does not know a customer who is disabled or gone', async () => {
  const disabledAt = new Date().toISOString()
  await payload.update({ collection: 'customers', data: { disabledAt }, id: present.id })
  expect((await seen()).customer).toBeNull()
  await payload.update({ collection: 'customers', data: { disabledAt: null }, id: present.id })
  await payload.delete({ collection: 'customers', id: present.id })
  expect((await seen()).customer).toBeNull()
})

it('gives each request a copy of its own', async () => {
  const { customer } = await seen()
  Object.assign(customer ?? {}, { clientId: 'of-another', name: 'Mallory' })
  expect((await seen()).customer).toMatchObject({ clientId: present.clientId, name: 'Ada' })
})

it('remembers the customer and not the session: each says for itself who it is', async () => {
  const other = await accounts.signIn((await accounts.createCustomer({ name: 'Joan' })).email)
  expect(await accounts.whoIs(other.token)).toMatchObject({
    id: other.id,
    sessionId: other.sessionId,
  })
  expect((await seen()).customer).toMatchObject({ id: present.id, sessionId: present.sessionId })
  await payload.delete({ collection: 'customer-sessions', id: present.sessionId })
  expect((await seen()).customer).toBeNull()
})

it('asks Payload each time where a hook of a host makes something of what is read', async () => {
  const { hooks } = payload.collections.customers.config
  let calls = 0
  hooks.afterRead.push(({ doc }) => ({ ...(doc as object), name: `Ada ${(calls += 1)}` }) as never)
  const names = [(await seen()).customer?.name, (await seen()).customer?.name]
  hooks.afterRead.pop()
  expect(names).toEqual(['Ada 1', 'Ada 2'])
  expect((await seen()).customer?.name).toBe('Ada')
})
