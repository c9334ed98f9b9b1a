import type { PayloadRequest } from 'payload'

import { queueMail } from '../../emails/queueMail'
import { inTransaction } from '../inTransaction'
import type { SignedInCustomer } from '../sessions/findSignedIn'
import { proveIdentity, type ProofError } from './proveIdentity'
import { slugOf } from '../../slugs/slugOf'

/** Deletes the account of a signed-in customer with everything that belongs to it. Licences stay as they are. */
export async function deleteAccount(
  req: PayloadRequest,
  customer: SignedInCustomer,
  password: unknown,
): Promise<'deleted' | { error: ProofError }> {
  const proof = await proveIdentity(req, customer, password)
  if ('error' in proof) return proof
  return inTransaction(req, async () => {
    await queueMail(req, {
      customer: null,
      data: { language: proof.account.language, name: proof.account.name },
      template: 'accountDeleted',
      to: proof.account.email,
    })
    // Customers have no delete access; that this one is their own and wants it was proved above.
    await req.payload.delete({
      collection: slugOf('customers'),
      id: customer.id,
      overrideAccess: true,
      req,
    })
    return 'deleted' as const
  })
}
