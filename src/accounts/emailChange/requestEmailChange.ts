import type { PayloadRequest } from 'payload'

import { queueMail } from '../../emails/queueMail'
import { proveIdentity, type ProofError } from '../account/proveIdentity'
import { parseEmail } from '../emails'
import { inTransaction } from '../inTransaction'
import { countRequest } from '../limits/rateLimits'
import { findAuthByEmail, lockAuth } from '../repository/customers'
import type { SignedInCustomer } from '../sessions/findSignedIn'
import { voidTokens } from '../tokens/repository'
import { writePendingEmail } from './repository'

export type EmailChangeRequest =
  { email: string } | { error: 'emailInvalid' | 'emailSame' | 'tooMany' | ProofError }

/**
 * Asks for another e-mail address. The present one stays until the new one is confirmed by the link that is mailed to it; a notice with a
 * link to cancel goes to the present one. Whether somebody else has the new address is not told: its owner gets a mail that says so.
 */
export async function requestEmailChange(
  req: PayloadRequest,
  customer: SignedInCustomer,
  { email: input, password }: { email: unknown; password: unknown },
): Promise<EmailChangeRequest> {
  const email = parseEmail(input)
  if (!email) return { error: 'emailInvalid' }
  if (email === customer.email) return { error: 'emailSame' }
  const proof = await proveIdentity(req, customer, password)
  if ('error' in proof) return proof
  if ((await countRequest(req, 'emailChange', customer.id)) !== null) return { error: 'tooMany' }
  return inTransaction(req, async (db) => {
    const account = await lockAuth(db, customer.id)
    if (account?.password.hash !== proof.account.password.hash) return { error: 'passwordWrong' }
    const isTaken = (await findAuthByEmail(db, email)) !== null
    await writePendingEmail(db, customer.id, email)
    await voidTokens(db, customer.id, ['changeEmail'])
    await queueMail(
      req,
      isTaken
        ? { customer: null, data: {}, template: 'alreadyRegistered', to: email }
        : { customer: customer.id, data: {}, template: 'confirmNewEmail', to: email },
    )
    await queueMail(req, {
      customer: customer.id,
      data: { newEmail: email },
      template: 'emailChangeRequested',
      to: account?.email ?? customer.email,
    })
    return { email }
  })
}
