import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import pg from 'pg'

import { type Cluster, startCluster } from '../../src/database/embedded'

/** Starts a PostgreSQL whose data nobody will miss. `stop` removes it. */
export async function startThrowAwayCluster(): Promise<Cluster> {
  const folder = mkdtempSync(path.join(tmpdir(), 'license-manager-test-'))
  const cluster = await startCluster({ dataDir: path.join(folder, 'postgres'), fsync: false })
  return {
    ...cluster,
    stop: async () => {
      await cluster.stop()
      rmSync(folder, { force: true, recursive: true })
    },
  }
}

/** Runs one statement on a server, outside of any transaction. */
export async function runOn(connectionString: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
