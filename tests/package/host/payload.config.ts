import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { postgresAdapter } from '@payloadcms/db-postgres'
import { licenseManager, mailAdapter, storageFromEnvironment } from 'payload-license-manager'
import { buildConfig } from 'payload'
import sharp from 'sharp'

import { AfterContent, AfterEntry, BeforeContent } from './src/components/slots'
import { hooks, licenses, mails } from './src/extensions'
import { variant } from './src/variants'

const root = path.dirname(fileURLToPath(import.meta.url))
const serverURL = process.env.SERVER_URL ?? ''

export default buildConfig({
  admin: { importMap: { baseDir: root }, user: 'staff' },
  collections: [{ slug: 'staff', auth: true, fields: [] }, ...(variant.collections ?? [])],
  db: postgresAdapter({
    idType: variant.idType,
    migrationDir: path.join(root, variant.migrations ?? 'src/migrations'),
    pool: { connectionString: process.env.DATABASE_URL },
    push: false,
  }),
  email: mailAdapter(serverURL),
  plugins: [
    licenseManager({
      access: { products: { read: () => true } },
      collections: { licenses },
      fields: {
        customers: ({ defaultFields }) => [...defaultFields, { name: 'vatId', type: 'text' }],
      },
      hooks,
      mails,
      portal: {
        basePath: '/account',
        components: {
          afterContent: AfterContent,
          afterEntry: AfterEntry,
          beforeContent: BeforeContent,
        },
        logo: { alt: 'Example Shop', src: '/logo.svg' },
        navLinks: [{ href: '/shop', label: { de: 'Laden', en: 'Shop' } }],
        theme: { '--primary': 'rebeccapurple' },
        ...variant.portal,
      },
      ...variant.options,
    }),
    ...(variant.plugins?.() ?? []),
    ...storageFromEnvironment(),
  ],
  secret: process.env.PAYLOAD_SECRET ?? '',
  serverURL,
  sharp,
  typescript: { outputFile: path.join(root, 'payload-types.ts') },
})
