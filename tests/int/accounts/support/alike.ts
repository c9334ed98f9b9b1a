import { sql } from '@payloadcms/db-postgres/drizzle'
import bcrypt from 'bcryptjs'

import { highestBcryptCost } from '../../../../src/imports/limits'
import { createTestPayload, type TestPayload } from '../../../support/payload'
import { type Accounts, accountsOf, freshIp, password } from './accounts'

/** What an address can be to this site. */
export const kinds = ['known', 'unknown', 'unconfirmed', 'locked', 'imported'] as const

export type Kind = (typeof kinds)[number]

export type Addresses = {
  accounts: Accounts
  emails: Record<Kind, string>
  /** Fresh addresses of callers each time, so that no limit of the test's own is met; the locked one keeps to its own. */
  ipOf: (kind: Kind) => string
  /** Guesses until the locked one is locked. */
  lock: () => Promise<void>
  test: TestPayload
}

/** An app with an account for each kind of address. */
export async function createAddresses(): Promise<Addresses> {
  const test = await createTestPayload()
  const accounts = accountsOf(test.payload)
  const { email: known } = await accounts.createCustomer()
  const { email: unconfirmed } = await accounts.createCustomer({ confirmedAt: null })
  const { email: locked } = await accounts.createCustomer()
  const { email: imported } = await accounts.createCustomer()
  const hash = await bcrypt.hash(password, highestBcryptCost)
  const db = await accounts.db()
  await db.execute(sql`
    update customers set hash = null, salt = null, imported_hash = ${hash} where email = ${imported}`)
  const lockedIp = freshIp()
  return {
    accounts,
    emails: { imported, known, locked, unconfirmed, unknown: 'nobody@example.com' },
    ipOf: (kind) => (kind === 'locked' ? lockedIp : freshIp()),
    lock: async () => {
      for (let guess = 0; guess < 6; guess += 1) {
        await accounts.logIn({ email: locked, password: 'no' }, { ip: lockedIp })
      }
    },
    test,
  }
}
