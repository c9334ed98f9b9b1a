import type { Queryable } from '../../licensing/types'
import { deleteSessions } from '../sessions/repository'
import { voidTokens } from '../tokens/repository'
import { deletePayloadSessions } from './repository'

/**
 * Ends every session of a customer, and every login that waits for its second step.
 *
 * @returns how many sessions of the portal there were
 */
export async function endEverySession(db: Queryable, customer: string): Promise<number> {
  await voidTokens(db, customer, ['secondFactor'])
  await deletePayloadSessions(db, customer)
  return deleteSessions(db, customer)
}
