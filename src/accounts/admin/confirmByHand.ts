import type { PayloadRequest } from 'payload'

import { writeConfirmed } from '../repository/customers'
import { voidTokens } from '../tokens/repository'
import { withAccount } from './withAccount'

/**
 * Confirms a customer's present address without a mail, because the administrator knows it to be theirs. A confirmation link that is
 * under way is worth nothing any more.
 *
 * @returns `already` where it was confirmed before; its time stays
 */
export function confirmByHand(
  req: PayloadRequest,
  id: unknown,
): Promise<'already' | 'confirmed' | 'notFound'> {
  return withAccount(req, id, async (db, account) => {
    if (account.confirmedAt) return 'already'
    await writeConfirmed(db, account.id)
    await voidTokens(db, account.id, ['confirmEmail'])
    return 'confirmed'
  })
}
