import type { PayloadRequest } from 'payload'

import { passwordPurposes } from '../../../collections/AccountTokens/purposes'
import { queueMail } from '../../emails/queueMail'
import { clientOf } from '../client'
import { inTransaction } from '../inTransaction'
import { checkNewPassword } from '../passwords/checkNewPassword'
import { hashPassword } from '../passwords/hash'
import type { PasswordError } from '../passwords/policy'
import { lockAuth, writePassword } from '../repository/customers'
import type { SignedInCustomer } from '../sessions/findSignedIn'
import { writePendingEmail } from '../emailChange/repository'
import { deleteSessions, renewAuthentication } from '../sessions/repository'
import { voidTokens } from '../tokens/repository'
import { proveIdentity, type ProofError } from './proveIdentity'

export type PasswordChange = { error: PasswordError | ProofError } | { endedSessions: number }

/**
 * Changes the password of a signed-in customer. The present session stays; all others, mailed reset links, logins under way and a
 * change of address end, since an intruder may have begun them, and a notice is mailed.
 */
export async function changePassword(
  req: PayloadRequest,
  customer: SignedInCustomer,
  { current, next }: { current: unknown; next: unknown },
): Promise<PasswordChange> {
  const proof = await proveIdentity(req, customer, current)
  if ('error' in proof) return proof
  const error = await checkNewPassword(req, next, customer)
  if (error) return { error }
  const stored = await hashPassword(next as string)
  return inTransaction(req, async (db) => {
    const account = await lockAuth(db, customer.id)
    // Changed meanwhile: what was proved is not the password any more.
    if (account?.password.hash !== proof.account.password.hash) return { error: 'passwordWrong' }
    await writePassword(db, customer.id, stored)
    const endedSessions = await deleteSessions(db, customer.id, customer.sessionId)
    await voidTokens(db, customer.id, [...passwordPurposes, 'changeEmail', 'secondFactor'])
    // A mail that asks at the new address may still be on its way, and its link is made when it leaves.
    await writePendingEmail(db, customer.id, null)
    await renewAuthentication(db, customer.sessionId)
    await queueMail(req, {
      customer: customer.id,
      data: { how: 'changed', ip: clientOf(req).ip, when: new Date().toISOString() },
      template: 'passwordChanged',
      to: account?.email ?? customer.email,
    })
    return { endedSessions }
  })
}
