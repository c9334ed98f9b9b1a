import type { PayloadRequest } from 'payload'

import { tokenPurposes, type TokenPurpose } from '../../../collections/AccountTokens/purposes'
import { voidTokens } from '../tokens/repository'
import { endEverySession } from './endEverySession'
import { writeDisabled } from './repository'
import { withAccount } from './withAccount'

/** What only takes something back, and a challenge that browsers ask for before anybody is known. A new purpose is not among them. */
const kept: readonly TokenPurpose[] = ['cancelEmailChange', 'endSession', 'passkeyLogin']

/** Whatever opens the account or changes it. */
const voided = tokenPurposes.filter((purpose) => !kept.includes(purpose))

/**
 * Shuts a customer out: no session lives on, no link and no login under way opens the account, not even after it is enabled again.
 * Their licences keep working.
 *
 * @returns `already` where the account was disabled before; its time stays
 */
export function disableAccount(
  req: PayloadRequest,
  id: unknown,
): Promise<'already' | 'disabled' | 'notFound'> {
  return withAccount(req, id, async (db, account) => {
    await writeDisabled(db, account.id)
    await endEverySession(db, account.id)
    await voidTokens(db, account.id, voided)
    return account.disabledAt ? 'already' : 'disabled'
  })
}
