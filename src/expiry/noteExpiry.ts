import type { Payload } from 'payload'

import { readSettings } from '../../collections/Settings/getSettings'
import { inTransaction } from '../licensing/repository/transaction'
import type { Database } from '../licensing/types'
import { parseWarningDays } from '../licensing/warningDays'
import { moveMark, noteEdits, noteMoment } from './noteRepository'

const dayMs = 24 * 60 * 60 * 1000
/** So that one transaction never takes long, however long nobody looked. */
const longestStepMs = dayMs
const mostEdits = 500

/**
 * Logs, and tells other systems, which licences expire, are about to, or get no more updates, each once. What is noted and up to which
 * moment everything was noted are written together, so it may be cut off anywhere and run twice at a time.
 *
 * @returns how many events
 */
export async function noteExpiry(payload: Payload, now = new Date()): Promise<number> {
  const { expiryWarningDays } = await readSettings(payload)
  const days = parseWarningDays(expiryWarningDays ?? '') ?? []
  const { drizzle } = payload.db as unknown as { drizzle: Database }
  let total = await noteEndedByHand(drizzle, now)
  for (;;) {
    const step = await inTransaction(drizzle, async (db) => {
      const since = await moveMark(db, now, longestStepMs)
      if (!since) return null
      let noted = await noteMoment(db, 'license.expired', since, 0)
      noted += await noteMoment(db, 'license.update_support_expired', since, 0)
      for (const day of days) noted += await noteMoment(db, 'license.expiring', since, day)
      return { isLast: since.until >= now, noted }
    })
    if (!step) return total
    total += step.noted
    if (step.isLast) return total
  }
}

/** Before the mark moves: edits that a crash leaves over are found again by it. */
async function noteEndedByHand(drizzle: Database, now: Date): Promise<number> {
  let total = 0
  for (const event of ['license.expired', 'license.update_support_expired'] as const) {
    for (let noted = mostEdits; noted === mostEdits; total += noted) {
      noted = await inTransaction(drizzle, (db) => noteEdits(db, event, now, mostEdits))
    }
  }
  return total
}
