import { sql } from '@payloadcms/db-postgres/drizzle'

import { type Accounts, accountsOf } from '../../accounts/support/accounts'
import { type ImportDesk, openImportDesk } from './desk'

/** A customer who comes from a file, and the password that she had elsewhere. */
export const email = 'ada@example.com'
export const old = 'old pass'

export type AdasDesk = ImportDesk & {
  accounts: Accounts
  /** Removes customers, mails and the jobs that wait. */
  begin: () => Promise<void>
  /** What the database has of her. */
  row: () => Promise<Record<string, unknown>>
}

/** Somebody who imports her, on a database of its own. */
export async function openAdasDesk(): Promise<AdasDesk> {
  const desk = await openImportDesk()
  const { db, payload, remove } = desk
  return {
    ...desk,
    accounts: accountsOf(payload),
    async begin() {
      await remove('customers', 'mails')
      await db.execute(sql`delete from payload_jobs`)
    },
    async row() {
      const { rows } = await db.execute(sql`select * from customers where email = ${email}`)
      return rows[0] as Record<string, unknown>
    },
  }
}
