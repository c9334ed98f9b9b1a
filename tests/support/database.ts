import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { closePayload } from '../../src/database/close'
import type { Cluster } from '../../src/database/embedded'
import { createDatabase, dropDatabase, runOn, startThrowAwayCluster } from './cluster'
import { templateDatabase } from './names'

/** Runs once before the integration tests: a throw-away PostgreSQL with a migrated database to copy, and a folder for uploads. */
export default async function setUp(): Promise<() => Promise<void>> {
  const cluster = await startThrowAwayCluster()
  const uploads = await mkdtemp(path.join(tmpdir(), 'uploads-'))
  process.env.TEST_UPLOADS = uploads
  const stop = async () => {
    await rm(uploads, { force: true, recursive: true })
    await dropDatabase(cluster, templateDatabase)
    await cluster.stop()
  }
  try {
    await makeTemplate(cluster)
  } catch (error) {
    await stop()
    throw error
  }
  return stop
}

async function makeTemplate(cluster: Cluster): Promise<void> {
  await createDatabase(cluster, templateDatabase)
  Object.assign(process.env, {
    APP_ROOT: path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..'),
    DATABASE_URL: cluster.url(templateDatabase),
    PAYLOAD_SECRET: randomBytes(32).toString('hex'),
    SERVER_URL: 'http://localhost:3000',
    TEST_DATABASE_SERVER: cluster.url('postgres'),
  })
  await migrateTemplate()
  // A database that somebody is connected to cannot be copied, and Payload keeps one connection to itself.
  await runOn(
    cluster.url('postgres'),
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${templateDatabase}'`,
  )
}

async function migrateTemplate(): Promise<void> {
  const { getPayload } = await import('payload')
  const { default: config } = await import('../../payload.config')
  const { migrate } = await import('../../src/database/migrate')
  const payload = await getPayload({ config })
  await migrate(payload)
  await closePayload(payload)
}
