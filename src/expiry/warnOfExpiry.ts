import { createLocalReq, type Payload } from 'payload'

import { readSettings } from '../../collections/Settings/getSettings'
import { inTransaction } from '../accounts/inTransaction'
import { parseWarningDays } from '../licensing/warningDays'
import type { Queryable } from '../licensing/types'
import { type ExpiringLicense, findUnwarned, insertWarning } from './repository'

const batchSize = 100

/**
 * Mails customers that their licences are about to expire, once for each of the days of the settings. It may be cut off anywhere and
 * run twice at a time: a unique row per licence, warning and date decides.
 *
 * @param now the present moment
 * @returns how many mails were queued
 */
export async function warnOfExpiry(payload: Payload, now = new Date()): Promise<number> {
  const { expiryWarningDays, expiryWarnings } = await readSettings(payload)
  const days = parseWarningDays(expiryWarningDays ?? '')
  if (!expiryWarnings || !days) return 0
  const { drizzle } = payload.db as unknown as { drizzle: Queryable }
  let queued = 0
  for (;;) {
    const licenses = await findUnwarned(drizzle, { days, limit: batchSize, now })
    queued += await warn(payload, licenses)
    if (licenses.length < batchSize) return queued
  }
}

/** Mails and jobs of a batch are written together. */
async function warn(payload: Payload, licenses: ExpiringLicense[]): Promise<number> {
  if (licenses.length === 0) return 0
  const req = await createLocalReq({}, payload)
  return inTransaction(req, async (db) => {
    let queued = 0
    for (const license of licenses) {
      const mail = await insertWarning(db, license)
      if (!mail) continue
      await payload.jobs.queue({ input: { mail }, queue: 'mail', req, task: 'sendMail' })
      queued += 1
    }
    return queued
  })
}
