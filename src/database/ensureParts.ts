import type { Payload } from 'payload'

import { ensureLogTriggers } from '../activity/triggers'
import type { Database } from '../licensing/types'
import { ensureRoomForUpdates } from './roomForUpdates'
import { ensureSearchIndexes } from './searchIndexes'
import { tableExists } from './tableExists'

/**
 * Makes what the database needs beside its tables and what no migration of a host has: the triggers of the activity log and of webhooks,
 * and room for what is written often. The indexes of the search are in a host's migrations. Before the host's first migration there is nothing to do; the next
 * start does it then.
 */
export async function ensureParts(payload: Payload): Promise<void> {
  const { drizzle } = payload.db as unknown as { drizzle: Database }
  if (!(await tableExists(drizzle, 'activity_log'))) return
  try {
    await makeOwnParts(payload)
  } catch (err) {
    // An older schema: whoever migrates it makes them afterwards, or the start that follows. Anything else must not go unseen.
    if (!isOlderSchema(err)) throw err
    payload.logger.warn({ err, msg: 'The activity log waits for the migrations of the database' })
  }
}

/** The same, with the indexes of the search, for a database that has just got its tables by the migrations of this app. */
export async function makeParts(payload: Payload): Promise<void> {
  await makeOwnParts(payload)
  await ensureSearchIndexes(payload)
}

async function makeOwnParts(payload: Payload): Promise<void> {
  const { drizzle } = payload.db as unknown as { drizzle: Database }
  await ensureLogTriggers(payload)
  await drizzle.transaction(ensureRoomForUpdates)
}

/** Undefined table, column, and object, such as a value of an enumeration. */
function isOlderSchema(error: unknown): boolean {
  const { cause = error } = error as { cause?: unknown }
  return ['42P01', '42703', '42704'].includes((cause as { code?: string }).code ?? '')
}
