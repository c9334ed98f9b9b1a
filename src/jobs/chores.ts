import type { Payload } from 'payload'

import { warnOfExpiry } from '../expiry/warnOfExpiry'
import { noteExpiry } from '../expiry/noteExpiry'
import { rankCustomers } from '../reports/rankCustomers'
import { recount } from '../statistics/recount'
import { runImports } from '../imports/runImports'
import { deliverDue } from '../webhooks/deliverDue'
import { deleteOldActivity } from '../activity/deleteOldActivity'
import { deleteLeftovers } from './tasks/cleanUp'

/** What the worker does again and again, by itself. It may be cut off at any point and begins anew. */
export type Chore = {
  /** The pause after it. */
  everyMs: number
  /** For the log. */
  name: string
  /** @param signal aborted when the worker is told to stop, or has lost its lock: what takes long ends early then */
  run: (payload: Payload, signal: AbortSignal) => Promise<unknown>
}

const second = 1000
const minute = 60 * second

export const chores: readonly Chore[] = [
  { everyMs: 5 * minute, name: 'countStatistics', run: (payload) => recount(payload) },
  { everyMs: 60 * minute, name: 'cleanUp', run: deleteLeftovers },
  { everyMs: 60 * minute, name: 'deleteOldActivity', run: (payload) => deleteOldActivity(payload) },
  { everyMs: second, name: 'deliverWebhooks', run: deliverDue },
  { everyMs: minute, name: 'noteExpiry', run: (payload) => noteExpiry(payload) },
  { everyMs: 10 * minute, name: 'rankCustomers', run: (payload) => rankCustomers(payload) },
  { everyMs: 2 * second, name: 'runImports', run: runImports },
  { everyMs: 15 * minute, name: 'warnOfExpiry', run: (payload) => warnOfExpiry(payload) },
]
