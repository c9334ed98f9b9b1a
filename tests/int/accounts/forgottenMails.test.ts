import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { deleteAccount } from '../../../src/accounts/account/deleteAccount'
import { deleteLeftovers } from '../../../src/jobs/tasks/cleanUp'
import type { Queryable } from '../../../src/licensing/types'
import { createTestPayload, type TestPayload } from '../../support/payload'
import { type Accounts, accountsOf, password } from './support/accounts'

/** Who deletes their account is gone from the list of mails as well: it says who they were, and what was written to them. */
let accounts: Accounts
let db: Queryable
let payload: Payload
let test: TestPayload

beforeAll(async () => {
  test = await createTestPayload()
  ;({ payload } = test)
  accounts = accountsOf(payload)
  db = await accounts.db()
})
afterAll(() => test.close())

type Mail = { customer?: string; key?: string; status?: string; template: string; to: string }

const write = ({ customer, key, status = 'sent', template, to }: Mail) =>
  db.execute(sql`
    insert into mails (customer_id, once_key, status, template, "to", subject, data, attempts, created_at, updated_at)
    values (${customer ?? null}, ${key ?? null}, ${status}, ${template}, ${to}, ${`To ${to}`},
      ${JSON.stringify({ name: to })}::jsonb, 0, now(), now())`)

async function mails(): Promise<Record<string, unknown>[]> {
  const { rows } = await db.execute(sql`
    select "to", template, status, subject, data, customer_id from mails order by template, "to"`)
  return rows
}

it('a deleted account leaves no mail behind but the one that says so, and that for a month', async () => {
  await db.execute(sql`delete from mails`)
  const [ada, other] = [await accounts.createCustomer(), await accounts.createCustomer()]
  await write({ customer: ada.id, template: 'newSignIn', to: ada.email })
  await write({
    customer: ada.id,
    status: 'failed',
    template: 'emailChanged',
    to: 'old@example.com',
  })
  await write({ customer: ada.id, status: 'queued', template: 'newSignIn', to: ada.email })
  await write({ template: 'alreadyRegistered', to: ada.email })
  await write({ customer: other.id, template: 'newSignIn', to: other.email })
  await write({ customer: ada.id, key: 'once', template: 'expiryWarning', to: ada.email })
  const customer = await accounts.signIn(ada.email)
  expect(await deleteAccount(await accounts.request(), customer, password)).toBe('deleted')
  const left = await mails()
  expect(left.map(({ template, to }) => [template, to])).toEqual([
    ['accountDeleted', ada.email],
    ['expiryWarning', ''],
    ['newSignIn', other.email],
  ])
  expect(left[1]).toMatchObject({ customer_id: null, data: null, subject: null })
  await db.execute(sql`update mails set created_at = now() - interval '31 days'`)
  await deleteLeftovers(payload)
  expect(await mails()).toHaveLength(3)
  await db.execute(sql`update mails set status = 'sent'`)
  await deleteLeftovers(payload)
  expect(JSON.stringify(await mails())).not.toContain(ada.email)
  expect(await mails()).toHaveLength(2)
})

it('an account that somebody opened with an address that is not theirs takes no mail of it along', async () => {
  await db.execute(sql`delete from mails`)
  const thief = await accounts.createCustomer({ confirmedAt: null })
  await write({ template: 'licenseDelivery', to: thief.email })
  await write({ customer: thief.id, template: 'confirmEmail', to: thief.email })
  await payload.delete({ collection: 'customers', id: thief.id })
  expect((await mails()).map(({ template }) => template)).toEqual(['licenseDelivery'])
})
