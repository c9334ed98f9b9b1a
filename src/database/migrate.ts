import type { Migration, Payload } from 'payload'

import { migrations } from './migrations'
import { advisoryLocks } from './advisoryLocks'
import { makeParts } from './ensureParts'

type PostgresDatabase = {
  pool: {
    connect: () => Promise<{
      query: (text: string, values?: unknown[]) => Promise<unknown>
      release: (destroy?: boolean) => void
    }>
  }
}

/** Applies the migrations that the database does not have yet. Of several processes that start at once one does it. */
export async function migrate(payload: Payload): Promise<void> {
  const { pool } = payload.db as unknown as PostgresDatabase
  const client = await pool.connect()
  try {
    await client.query('set statement_timeout = 0')
    await client.query('select pg_advisory_lock($1)', [advisoryLocks.migrating])
    // Payload's type knows nothing of the arguments that its database adapter passes.
    await payload.db.migrate({ migrations: migrations as unknown as Migration[] })
    await makeParts(payload)
  } finally {
    // Closing the connection gives up the lock and its settings, whatever happened.
    client.release(true)
  }
}
