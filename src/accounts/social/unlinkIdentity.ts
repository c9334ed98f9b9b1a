import type { PayloadRequest } from 'payload'

import { deleteIdentity } from '../../../plugins/social-login'
import { proveIdentity, type ProofError } from '../account/proveIdentity'
import { inTransaction } from '../inTransaction'
import { lockAuth } from '../repository/customers'
import type { SignedInCustomer } from '../sessions/findSignedIn'
import { notifyIdentity } from './notifyIdentity'
import { countOtherWays } from './signInWays'

/**
 * Removes one of the customer's own connected accounts; another customer's is not found. The last way to sign in stays: the account is
 * held while they are counted, so that of two that go at once one stays.
 *
 * @param request `labelOf`: what people call a provider
 */
export async function unlinkIdentity(
  req: PayloadRequest,
  customer: SignedInCustomer,
  {
    id,
    labelOf,
    password,
  }: { id: string; labelOf: (provider: string) => string; password: unknown },
): Promise<'gone' | 'unlinked' | { error: 'lastWay' | ProofError }> {
  const proof = await proveIdentity(req, customer, password)
  if ('error' in proof) return proof
  return inTransaction(req, async (db) => {
    const account = await lockAuth(db, customer.id)
    if (!account) return 'gone'
    if ((await countOtherWays(req, account, { identity: id })) === 0) return { error: 'lastWay' }
    const identity = await deleteIdentity(req, customer.id, id)
    if (!identity) return 'gone'
    await notifyIdentity(req, customer.id, 'identityUnlinked', labelOf(identity.provider))
    return 'unlinked'
  })
}
