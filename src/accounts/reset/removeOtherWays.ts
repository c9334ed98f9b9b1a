import type { PayloadRequest } from 'payload'

import { deleteIdentitiesOf, findIdentitiesOf, providerLabel } from '../../../plugins/social-login'
import type { Queryable } from '../../licensing/types'
import { deletePasskeysOf } from '../passkeys/repository'

/** What opened an account besides its password: how many passkeys, and what people call the providers of connected accounts. */
export type RemovedWays = { passkeys: number; providers: string[] }

/**
 * Removes the passkeys and connected accounts of a customer, in the request's transaction. The authenticator app stays: it opens nothing
 * by itself, and whoever reads somebody's mails must not get past it.
 *
 * @returns null where there were none
 */
export async function removeOtherWays(
  req: PayloadRequest,
  db: Queryable,
  customer: string,
): Promise<null | RemovedWays> {
  const identities = await findIdentitiesOf(req, customer)
  await deleteIdentitiesOf(req, customer)
  const labels = identities.map(
    ({ provider }) => providerLabel(req.payload.config, provider) ?? provider,
  )
  const removed = {
    passkeys: await deletePasskeysOf(db, customer),
    providers: [...new Set(labels)],
  }
  return removed.passkeys + removed.providers.length > 0 ? removed : null
}
