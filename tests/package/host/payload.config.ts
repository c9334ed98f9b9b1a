import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { postgresAdapter } from '@payloadcms/db-postgres'
import { licenseManager, mailAdapter, storageFromEnvironment } from 'payload-license-manager'
import { buildConfig } from 'payload'
import sharp from 'sharp'

const root = path.dirname(fileURLToPath(import.meta.url))
const serverURL = process.env.SERVER_URL ?? ''

export default buildConfig({
  admin: { importMap: { baseDir: root }, user: 'staff' },
  collections: [{ slug: 'staff', auth: true, fields: [] }],
  db: postgresAdapter({
    idType: 'uuid',
    migrationDir: path.join(root, 'src/migrations'),
    pool: { connectionString: process.env.DATABASE_URL },
    push: false,
  }),
  email: mailAdapter(serverURL),
  plugins: [
    licenseManager({
      fields: {
        customers: ({ defaultFields }) => [...defaultFields, { name: 'vatId', type: 'text' }],
      },
      hooks: {
        beforeActivate: ({ installation }) =>
          installation.domain === 'refused.example.com' ? 'blocked' : undefined,
        verifyResponse: () => ({ is_active: false, motd: 'Hello' }),
      },
      portal: {
        basePath: '/account',
        logo: { alt: 'Example Shop', src: '/logo.svg' },
        navLinks: [{ href: '/shop', label: { de: 'Laden', en: 'Shop' } }],
        theme: { '--primary': 'rebeccapurple' },
      },
    }),
    ...storageFromEnvironment(),
  ],
  secret: process.env.PAYLOAD_SECRET ?? '',
  serverURL,
  sharp,
  typescript: { outputFile: path.join(root, 'payload-types.ts') },
})
