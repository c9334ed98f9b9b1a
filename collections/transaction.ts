import type { PayloadRequest } from 'payload'

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
