import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'

import { getPayload, type Payload } from 'payload'
import pg from 'pg'

import { closePayload } from '../../src/database/close'
import { runOn } from './cluster'
import { templateDatabase } from './names'

/** A Payload on an empty database of its own. */
export type TestPayload = { close: () => Promise<void>; databaseUrl: string; payload: Payload }

/** Makes one for a test file. To be called once in a file, which must close it. */
export async function createTestPayload(): Promise<TestPayload> {
  const server = process.env.TEST_DATABASE_SERVER
  if (!server) throw new Error('Integration tests run through vitest, which starts their database.')
  const name = `test_${randomBytes(8).toString('hex')}`
  await runOn(server, `create database ${name} template ${templateDatabase}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  process.env.DATABASE_URL = url.href
  process.env.UPLOAD_DIR ??= path.join(process.env.TEST_UPLOADS ?? '', name)
  // Only now: the configuration reads the environment when it is loaded.
  const { default: config } = await import('../../payload.config')
  const payload = await getPayload({ config, key: name })
  return {
    close: async () => {
      await closePayload(payload)
      await waitForConnections(server, name)
      await runOn(server, `drop database if exists ${name} with (force)`)
    },
    databaseUrl: url.href,
    payload,
  }
}

/** Connections that are still closing would be cut off by force. Payload keeps one, for good. */
async function waitForConnections(server: string, database: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    for (let tries = 0; tries < 50; tries += 1) {
      await setTimeout(100)
      const { rows } = await client.query<{ open: number }>(
        'select count(*)::int as open from pg_stat_activity where datname = $1',
        [database],
      )
      if ((rows[0]?.open ?? 0) <= 1) return
    }
  } finally {
    await client.end()
  }
}
