import type { PayloadRequest } from 'payload'

import { endEverySession } from './endEverySession'
import { withAccount } from './withAccount'

/**
 * Logs a customer out everywhere.
 *
 * @returns how many sessions were ended
 */
export function endAllSessions(req: PayloadRequest, id: unknown): Promise<'notFound' | number> {
  return withAccount(req, id, (db, account) => endEverySession(db, account.id))
}
