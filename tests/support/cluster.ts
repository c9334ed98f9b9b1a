import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import type { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import pg from 'pg'

import { type Cluster, startCluster } from '../../src/database/embedded'

/**
 * Starts a PostgreSQL whose data nobody will miss. `stop` removes it. With `TEST_DATABASE_URL` that server is used instead, and
 * left running: its user must be allowed to create databases.
 */
export async function startThrowAwayCluster(settings: readonly string[] = []): Promise<Cluster> {
  if (process.env.TEST_DATABASE_URL) return clusterAt(process.env.TEST_DATABASE_URL)
  const folder = mkdtempSync(path.join(tmpdir(), 'license-manager-test-'))
  guard(folder)
  const cluster = await startCluster({
    dataDir: path.join(folder, 'postgres'),
    fsync: false,
    settings,
  })
  return {
    ...cluster,
    stop: async () => {
      await cluster.stop()
      rmSync(folder, { force: true, recursive: true })
    },
  }
}

/** Has the server end with this process where that is ended before it can call `stop`. */
function guard(folder: string): void {
  const script = fileURLToPath(new URL('guard.mjs', import.meta.url))
  const child = spawn(process.execPath, [script, folder], {
    detached: true,
    env: { NODE_ENV: 'production' },
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  child.unref()
  const pipe = child.stdin as unknown as Socket
  pipe.unref()
}

function clusterAt(address: string): Cluster {
  return {
    port: Number(new URL(address).port || 5432),
    startedHere: false,
    stop: async () => undefined,
    url: (database) => {
      const url = new URL(address)
      url.pathname = `/${database}`
      return url.href
    },
  }
}

/** Makes an empty database, in place of one that an earlier run may have left. */
export async function createDatabase(cluster: Cluster, name: string): Promise<void> {
  await dropDatabase(cluster, name)
  await runOn(cluster.url('postgres'), `create database ${name}`)
}

/** Drops a database, whoever is connected to it. */
export async function dropDatabase(cluster: Cluster, name: string): Promise<void> {
  await runOn(cluster.url('postgres'), `drop database if exists ${name} with (force)`)
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
