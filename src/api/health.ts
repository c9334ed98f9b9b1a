import { setTimeout } from 'node:timers/promises'

import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../licensing/types'
import { ApiError } from './errors'
import type { ApiContext } from './types'

const patienceMs = 3000
const retryAfterSeconds = 5
const longestMs = 10_000

/** Questions under way. Everybody may ask, and while no answer comes one connection is enough for all. */
const asked = new WeakMap<Database, Promise<true>>()

/**
 * `GET /health-check`: whether the server and its database answer.
 *
 * @throws ApiError 503 where the database says nothing for 3 seconds; its own error where it is not there
 */
export async function healthCheck(context: ApiContext): Promise<Response> {
  const answer = ask(context.get('services').db)
  if (!(await Promise.race([answer, setTimeout(patienceMs, false, { ref: false })]))) {
    throw new ApiError(503, 'unavailable', { retryAfterSeconds })
  }
  return context.json({ status: 'ok' })
}

function ask(db: Database): Promise<true> {
  const known = asked.get(db)
  if (known) return known
  const answer = select(db)
  const forget = () => {
    if (asked.get(db) === answer) asked.delete(db)
  }
  answer.then(forget, forget)
  // A connection whose other end vanished says nothing for a quarter of an hour, while others are as good as ever.
  setTimeout(longestMs, null, { ref: false }).then(forget, forget)
  asked.set(db, answer)
  return answer
}

async function select(db: Database): Promise<true> {
  await db.execute(sql`select 1`)
  return true
}
