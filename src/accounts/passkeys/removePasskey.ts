import type { PayloadRequest } from 'payload'

import { queueMail } from '../../emails/queueMail'
import { proveIdentity, type ProofError } from '../account/proveIdentity'
import { inTransaction } from '../inTransaction'
import { lockAuth } from '../repository/customers'
import type { SignedInCustomer } from '../sessions/findSignedIn'
import { countOtherWays } from '../social/signInWays'
import { deletePasskey, findPasskeys } from './repository'

/** Removes one of the customer's own passkeys. Another customer's is not found, and the last way to sign in stays. */
export async function removePasskey(
  req: PayloadRequest,
  customer: SignedInCustomer,
  { id, password }: { id: string; password: unknown },
): Promise<'gone' | 'removed' | { error: 'lastWay' | ProofError }> {
  const proof = await proveIdentity(req, customer, password)
  if ('error' in proof) return proof
  return inTransaction(req, async (db) => {
    const account = await lockAuth(db, customer.id)
    const passkeys = await findPasskeys(db, customer.id)
    if (!account || !passkeys.some((passkey) => passkey.id === id)) return 'gone' as const
    if ((await countOtherWays(req, account, { passkey: id })) === 0) {
      return { error: 'lastWay' as const }
    }
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
