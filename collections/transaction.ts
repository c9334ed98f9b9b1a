import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

import { executeKept } from '../src/database/keptStatements'
import type { Queryable } from '../src/licensing/types'

type DrizzleAdapter = {
  drizzle: Queryable
  sessions: Record<number | string, undefined | { db: Queryable }>
}

/** The database as this request must use it: the transaction that it runs in, else the connection pool. */
export async function transactionOf(req: PayloadRequest): Promise<Queryable> {
  const adapter = req.payload.db as unknown as DrizzleAdapter
  const id = await req.transactionID
  return (id === undefined || id === null ? undefined : adapter.sessions[id]?.db) ?? adapter.drizzle
}

/** Runs a statement of few texts as this request must: in its transaction, else as one that connections keep. */
export async function executeFor(
  req: PayloadRequest,
  statement: SQL,
): Promise<Awaited<ReturnType<Queryable['execute']>>> {
  const db = await transactionOf(req)
  // What cannot be kept would end a transaction.
  return req.transactionID ? db.execute(statement) : executeKept(db, statement)
}
