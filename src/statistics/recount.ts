import type { Payload } from 'payload'

import type { Database } from '../licensing/types'
import { holdCount, writeCounts } from './repository/counting'

/**
 * Counts anew everything that the dashboard shows. All of it is of one moment, and all of it or nothing is written. It may be cut off
 * anywhere; of several at a time one counts, and the others after it.
 *
 * @param now the moment that licences expire against and that the last days are counted back from
 * @returns that moment
 */
export async function recount(payload: Payload, now?: Date): Promise<Date> {
  const { drizzle } = payload.db as unknown as { drizzle: Database }
  return drizzle.transaction(
    async (db) => {
      await holdCount(db)
      const moment = now ?? new Date()
      await writeCounts(db, moment)
      return moment
    },
    // The statement that counts has to see what was committed while this one waited for its turn.
    { isolationLevel: 'read committed' },
  )
}
