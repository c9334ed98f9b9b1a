import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'

import { postgresAdapter } from '@payloadcms/db-postgres'
import {
  type Access,
  buildConfig,
  type CollectionConfig,
  Forbidden,
  getPayload,
  type Payload,
  type Plugin,
} from 'payload'
import sharp from 'sharp'

import { licenseManager } from '../../../../plugins/license-manager'

/** What the hooks of the host saw, in their order. */
export const seen: string[] = []

const isStaff: Access = ({ req }) => req.user?.collection === ('staff' as 'users')

const selfOrStaff: Access = ({ id, req }) =>
  req.user?.collection === ('staff' as 'users') || (req.user !== null && req.user?.id === id)

/** A shop's members, as they were before there was a licence manager. A new object each time: Payload changes what it is given. */
const members = (): CollectionConfig => ({
  slug: 'members',
  access: { update: selfOrStaff },
  admin: { defaultColumns: ['email', 'company'] },
  auth: true,
  dbName: 'customers',
  fields: [
    {
      type: 'row',
      fields: [
        { name: 'company', type: 'text' },
        { name: 'points', type: 'number', defaultValue: 10, required: true },
      ],
    },
    {
      name: 'banned',
      type: 'checkbox',
      access: { update: ({ req }) => req.user?.collection === ('staff' as 'users') },
    },
    {
      name: 'rating',
      type: 'text',
      access: { read: ({ req }) => req.user?.collection === ('staff' as 'users') },
    },
    { name: 'address', type: 'group', fields: [{ name: 'city', type: 'text' }] },
    { name: 'orders', type: 'join', collection: 'orders' as 'licenses', on: 'member' },
  ],
  hooks: {
    afterChange: [
      async ({ doc, operation, req }) => {
        seen.push(`${operation} ${(doc as { email: string }).email}`)
        if ((doc as { name?: string }).name === 'Undo Me') throw new Error('The host says no.')
        if (operation !== 'create') return
        const { id } = doc as { id: string }
        await req.payload.update({
          collection: 'members' as 'customers',
          data: { company: 'new here' } as object,
          id,
          req,
        })
      },
    ],
    afterLogin: [({ user }) => void seen.push(`login ${(user as { email: string }).email}`)],
    beforeChange: [
      ({ data }) => {
        const row = data as { company?: string }
        return row.company ? { ...row, company: row.company.toUpperCase() } : row
      },
    ],
    beforeLogin: [
      ({ req, user }) => {
        if ((user as { banned?: boolean }).banned) throw new Forbidden(req.t)
      },
    ],
  },
})

const orders = (): CollectionConfig => ({
  slug: 'orders',
  access: { create: isStaff, read: isStaff },
  fields: [{ name: 'member', relationTo: 'members' as 'customers', type: 'relationship' }],
})

/** The host's app, as it is before the plugin and with it. */
export async function startHost(
  databaseUrl: string,
  key: string,
  withPlugin: boolean,
): Promise<Payload> {
  const uploadDir = path.join(process.env.TEST_UPLOADS ?? '', key)
  const plugins: Plugin[] = withPlugin
    ? [licenseManager({ customers: { collection: 'members' }, uploadDir })]
    : []
  const config = await buildConfig({
    admin: { user: 'staff' },
    collections: [{ slug: 'staff', auth: true, fields: [] }, members(), orders()],
    db: postgresAdapter({ idType: 'uuid', pool: { connectionString: databaseUrl }, push: false }),
    plugins,
    secret: randomBytes(32).toString('hex'),
    serverURL: 'http://localhost:3000',
    sharp,
    telemetry: false,
    typescript: { autoGenerate: false },
  })
  return getPayload({ config, disableOnInit: true, key })
}

/** Of Payload's adapter what its command for migrations uses; the types of drizzle-kit are not installed. */
type Adapter = {
  defaultDrizzleSnapshot: unknown
  requireDrizzleKit: () => {
    generateDrizzleJson: (schema: object) => Promise<unknown>
    generateMigration: (before: unknown, after: unknown) => Promise<string[]>
  }
  schema: object
}

/** The statements that `payload migrate:create` would write between two states of the host; from nothing where there is none before. */
export async function migrationOf(after: Payload, before?: Payload): Promise<string[]> {
  const { defaultDrizzleSnapshot, requireDrizzleKit } = after.db as unknown as Adapter
  const kit = requireDrizzleKit()
  const snapshotOf = ({ db }: Payload) => kit.generateDrizzleJson((db as unknown as Adapter).schema)
  return kit.generateMigration(
    before ? await snapshotOf(before) : defaultDrizzleSnapshot,
    await snapshotOf(after),
  )
}

/** The statements that the manual gives for rows that were there before. */
export function documentedBackfill(): string {
  const manual = readFileSync(path.join(process.env.APP_ROOT ?? '', 'docs/plugin.md'), 'utf8')
  const block = /```sql\n(-- Rows that were there before[^`]*)```/.exec(manual)?.[1]
  if (!block) throw new Error('docs/plugin.md has no statements for rows that were there before.')
  return block
}
