import type { PayloadRequest } from 'payload'

import { writeEnabled } from './repository'
import { withAccount } from './withAccount'

/**
 * Lets a customer log in again. What was ended when the account was disabled stays ended.
 *
 * @returns `already` where the account was not disabled
 */
export function enableAccount(
  req: PayloadRequest,
  id: unknown,
): Promise<'already' | 'enabled' | 'notFound'> {
  return withAccount(req, id, async (db, account) => {
    if (!account.disabledAt) return 'already'
    await writeEnabled(db, account.id)
    return 'enabled'
  })
}
