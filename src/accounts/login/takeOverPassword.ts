import bcrypt from 'bcryptjs'
import type { PayloadRequest } from 'payload'

import { inTransaction } from '../inTransaction'
import { hashPassword, verifyPassword } from '../passwords/hash'
import { type AuthRow, lockAuth, writePassword } from '../repository/customers'

/**
 * Checks a password against the hash that was imported with the account. The right one is hashed as ours and the imported hash is
 * forgotten, in one step: it is checked successfully once.
 *
 * @returns the account with its new hash, null for a wrong password
 */
export async function takeOverPassword(
  req: PayloadRequest,
  account: AuthRow,
  password: string,
): Promise<AuthRow | null> {
  if (!account.importedHash || !(await bcrypt.compare(password, account.importedHash))) return null
  const stored = await hashPassword(password)
  const present = await inTransaction(req, async (db) => {
    const held = await lockAuth(db, account.id)
    if (held?.importedHash !== account.importedHash || held.password.hash) return held
    await writePassword(db, held.id, stored)
    return { ...held, importedHash: null, password: stored }
  })
  if (present?.password.hash === stored.hash) return present
  // Another login was first, or the password was changed meanwhile: what counts is what is stored now.
  return (await verifyPassword(password, present?.password ?? null)) ? present : null
}
