import type { PayloadRequest } from 'payload'

import { queueMail } from '../../emails/queueMail'
import { proveIdentity, type ProofError } from '../account/proveIdentity'
import { inTransaction } from '../inTransaction'
import { lockAuth } from '../repository/customers'
import type { SignedInCustomer } from '../sessions/findSignedIn'
import { deletePasskey } from './repository'

/** Removes one of the customer's own passkeys. Another customer's is not found. */
export async function removePasskey(
  req: PayloadRequest,
  customer: SignedInCustomer,
  { id, password }: { id: string; password: unknown },
): Promise<'gone' | 'removed' | { error: ProofError }> {
  const proof = await proveIdentity(req, customer, password)
  if ('error' in proof) return proof
  return inTransaction(req, async (db) => {
    await lockAuth(db, customer.id)
    if (!(await deletePasskey(db, customer.id, id))) return 'gone' as const
    await queueMail(req, {
      customer: customer.id,
      data: { what: 'passkeyRemoved', when: new Date().toISOString() },
      template: 'securityChanged',
      to: customer.email,
    })
    return 'removed' as const
  })
}
