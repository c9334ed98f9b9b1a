import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import nextEnv from '@next/env'
import pg from 'pg'

import { type Cluster, startCluster } from '../../src/database/embedded'
import { CommandError } from './fail'
import { clusterDir, dataDir, embeddedDatabase, root } from './paths'

/** The database that the app uses. */
export type Environment = {
  /** Whether it is our own; only then there may be a demo. */
  isEmbedded: boolean
  /** Stops what this process started. */
  stop: () => Promise<void>
}

/** Reads `.env` files into the environment. What is set already wins. */
export function loadEnvironment({ isDevelopment = false } = {}): void {
  nextEnv.loadEnvConfig(root, isDevelopment, { error: console.error, info: () => undefined })
}

/** The port to serve on. */
export function serverPort(): number {
  const port = Number(process.env.PORT || 3000)
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port
  throw new CommandError(`PORT is not a port number: ${process.env.PORT}`)
}

/**
 * Makes the database reachable and sets what the app needs of the environment. With `DATABASE_URL` that is production: nothing
 * has a default then, but in development mails stay in a folder where they can be read.
 *
 * @throws CommandError that names what is missing
 */
export async function prepareEnvironment({ isDevelopment = false } = {}): Promise<Environment> {
  // Without a mail server of its own the demo keeps mails where they can be read.
  if (isDevelopment || !process.env.DATABASE_URL) {
    process.env.MAIL_OUTBOX ||= path.join(dataDir, 'outbox')
  }
  if (process.env.DATABASE_URL) {
    requireVariables(['PAYLOAD_SECRET', 'SERVER_URL'])
    return { isEmbedded: false, stop: async () => undefined }
  }
  mkdirSync(dataDir, { recursive: true })
  process.env.PAYLOAD_SECRET ||= readSecret()
  process.env.SERVER_URL ||= `http://localhost:${serverPort()}`
  const cluster = await startCluster({ dataDir: clusterDir })
  await createDatabase(cluster)
  process.env.DATABASE_URL = cluster.url(embeddedDatabase)
  return { isEmbedded: true, stop: cluster.stop }
}

function requireVariables(names: string[]): void {
  const missing = names.filter((name) => !process.env[name])
  if (missing.length === 0) return
  throw new CommandError(
    `DATABASE_URL is set, so this is a production start, but there is no ${missing.join(' and no ')}.\n` +
      `Set ${missing.join(' and ')} in the environment or in .env; see "Configuration" in README.md.`,
  )
}

function readSecret(): string {
  const file = path.join(dataDir, 'secret')
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return readFileSync(file, 'utf8').trim()
}

async function createDatabase(cluster: Cluster): Promise<void> {
  const client = new pg.Client({ connectionString: cluster.url('postgres') })
  await client.connect()
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [
      embeddedDatabase,
    ])
    if (!rowCount) await client.query(`create database ${embeddedDatabase}`)
  } finally {
    await client.end()
  }
}
