import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { exportData } from '../../../src/accounts/account/exportData'
import { createTestPayload, type TestPayload } from '../../support/payload'
import { type Accounts, accountsOf } from './support/accounts'

/** A copy of one's data: all of it, whatever the portal shows, nothing of anybody else and nothing that opens an account. */
let accounts: Accounts
let payload: Payload
let test: TestPayload

beforeAll(async () => {
  test = await createTestPayload()
  ;({ payload } = test)
  accounts = accountsOf(payload)
})
afterAll(() => test.close())

async function createOwner(mark: string) {
  const created = await accounts.createCustomer({ clientId: mark, name: `Owner ${mark}` })
  const { id: product } = await payload.create({ collection: 'products', data: { name: mark } })
  const license = await payload.create({
    collection: 'licenses',
    data: { comments: `remark ${mark}`, customerId: mark, product, type: 'perpetual' },
  })
  await (
    await accounts.db()
  ).execute(sql`
    insert into passkeys (customer_id, name, credential_id, public_key, counter, created_at, updated_at)
    values (${created.id}, ${`key ${mark}`}, ${`credential ${mark}`}, ${`public ${mark}`}, 0, now(), now())`)
  return { code: license.code, customer: await accounts.signIn(created.email) }
}

it('has everything that is kept about its owner, and nothing of another or secret', async () => {
  const { code, customer } = await createOwner('MINE')
  const other = await createOwner('THEIRS')
  await payload.updateGlobal({
    data: { enableActivationsPage: false, enableLicensesPage: false },
    slug: 'settings',
  })
  const data = await exportData(await accounts.request(), customer)
  expect(data).toMatchObject({
    account: { clientId: 'MINE', email: customer.email, name: 'Owner MINE' },
    licenses: [{ code }],
    mails: [{ template: 'newSignIn', to: customer.email }],
    passkeys: [{ name: 'key MINE' }],
    sessions: [{ id: customer.sessionId }],
    signIns: [{ outcome: 'success' }],
  })
  const text = JSON.stringify(data)
  for (const foreign of ['THEIRS', other.code, other.customer.email, other.customer.id]) {
    expect(text).not.toContain(foreign)
  }
  const { rows } = await (
    await accounts.db()
  ).execute(sql`
    select c.hash, c.salt, s.token_hash, s.device_hash from customers c
    join customer_sessions s on s.customer_id = c.id where c.id = ${customer.id}`)
  const secrets = Object.values(rows[0] as Record<string, string>)
  for (const secret of [...secrets, 'remark MINE', 'credential MINE', 'public MINE']) {
    expect(text).not.toContain(secret)
  }
})
