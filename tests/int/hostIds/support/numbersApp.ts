import { randomBytes } from 'node:crypto'
import path from 'node:path'

import { postgresAdapter } from '@payloadcms/db-postgres'
import {
  buildConfig,
  type CollectionConfig,
  type CollectionSlug,
  getPayload,
  type Payload,
} from 'payload'
import type pg from 'pg'
import sharp from 'sharp'

import { licenseManager } from '../../../../plugins/license-manager'
import { socialLogin } from '../../../../plugins/social-login'
import { closePayload } from '../../../../src/database/close'
import { setSlugs } from '../../../../src/slugs/slugOf'
import { socialAccounts } from '../../../../src/portal/endpoints/socialAccounts'
import { openEmptyDatabase } from '../../../support/emptyDatabase'
import { payloadTokenOf, type Rest, restOf } from '../../../support/rest'
import { migrationOf } from '../../hostCustomers/support/host'

export type NumbersApp = {
  close: () => Promise<void>
  database: pg.Client
  payload: Payload
  rest: Rest
  /** An administrator's token. */
  staff: string
}

const credentials = { email: 'staff@example.com', password: 'a tangerine under seven bridges' }

/** Every way in which a host's documents lead to the plugin's: to one, to several, and to one of several collections. */
const orders = (): CollectionConfig => ({
  slug: 'orders',
  fields: [
    { name: 'buyer', relationTo: 'customers', type: 'relationship' },
    { name: 'licenses', hasMany: true, relationTo: 'licenses', type: 'relationship' },
    { name: 'about', relationTo: ['orders', 'products'] as CollectionSlug[], type: 'relationship' },
  ],
  versions: true,
})

/** A host's collection whose ids are words. */
const pages = (): CollectionConfig => ({
  slug: 'pages',
  fields: [
    { name: 'id', type: 'text', required: true },
    { name: 'title', type: 'text' },
  ],
})

/** An app as Payload's template makes it, whose ids are numbers, with the plugins and its own migration on an empty database. */
export async function openNumbersApp(): Promise<NumbersApp> {
  const { close, database, name, url } = await openEmptyDatabase()
  const config = await buildConfig({
    admin: { user: 'staff' },
    collections: [{ slug: 'staff', auth: true, fields: [] }, orders(), pages()],
    db: postgresAdapter({ pool: { connectionString: url }, push: false }),
    plugins: [
      licenseManager({
        fields: {
          products: ({ defaultFields }) => [
            ...defaultFields,
            { name: 'firstOrder', relationTo: 'orders' as CollectionSlug, type: 'relationship' },
            { name: 'page', relationTo: 'pages' as CollectionSlug, type: 'relationship' },
          ],
        },
        uploadDir: path.join(process.env.TEST_UPLOADS ?? '', name),
      }),
      socialLogin({ accounts: socialAccounts, collection: 'customers', global: 'settings' }),
    ],
    secret: randomBytes(32).toString('hex'),
    serverURL: 'http://localhost:3000',
    sharp,
    telemetry: false,
    typescript: { autoGenerate: false },
  })
  const payload = await getPayload({ config, disableOnInit: true, key: name })
  for (const statement of await migrationOf(payload)) await database.query(statement)
  await payload.config.onInit?.(payload)
  await payload.create({ collection: 'staff' as 'users', data: credentials })
  return {
    close: async () => {
      setSlugs({})
      await closePayload(payload)
      await close()
    },
    database,
    payload,
    rest: restOf({ close: async () => undefined, databaseUrl: url, payload }),
    staff: await payloadTokenOf(payload, 'staff', credentials),
  }
}
