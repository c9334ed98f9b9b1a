import { randomBytes } from 'node:crypto'

import { postgresAdapter } from '@payloadcms/db-postgres'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { buildConfig, type Config, getPayload } from 'payload'
import sharp from 'sharp'

import { closePayload } from '../../src/database/close'
import { migrationOf } from '../int/hostCustomers/support/host'
import type { TestPayload } from './payload'
import { type Rest, restOf, tokenOf } from './rest'

/** An app of somebody else's that has the plugin. */
export type HostApp = TestPayload & {
  /** What its migration needed beyond that of this app. */
  migration: string[]
  rest: Rest
  /** An administrator's token. */
  token: string
}

const staff = { email: 'staff@example.com', password: 'a tangerine under seven bridges' }

/**
 * Starts an app on the database of a test, which is migrated to it.
 *
 * @param usual this app, from whose tables the migration begins
 * @param host with all plugins of this app: where the migration drops something it would ask what became of it
 */
export async function startHostApp(
  usual: TestPayload,
  host: Pick<Config, 'collections' | 'plugins'>,
): Promise<HostApp> {
  const config = await buildConfig({
    ...host,
    admin: { user: 'users' },
    db: postgresAdapter({
      idType: 'uuid',
      pool: { connectionString: usual.databaseUrl },
      push: false,
    }),
    secret: randomBytes(32).toString('hex'),
    serverURL: 'http://localhost:3000',
    sharp,
    telemetry: false,
    typescript: { autoGenerate: false },
  })
  const key = `host-${randomBytes(4).toString('hex')}`
  const payload = await getPayload({ config, disableOnInit: true, key })
  const { drizzle } = payload.db as unknown as {
    drizzle: { execute: (query: unknown) => Promise<unknown> }
  }
  const migration = await migrationOf(payload, usual.payload)
  for (const statement of migration) await drizzle.execute(sql.raw(statement))
  await payload.config.onInit?.(payload)
  await payload.create({ collection: 'users', data: { ...staff, name: 'Staff' } })
  // Its path is what Payload's REST API finds the app by.
  const app = {
    close: () => closePayload(payload),
    databaseUrl: `http://localhost/${key}`,
    payload,
  }
  return {
    ...app,
    migration,
    rest: restOf(app),
    token: await tokenOf(payload, 'users', staff),
  }
}
