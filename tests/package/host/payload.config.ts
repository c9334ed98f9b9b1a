import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { postgresAdapter } from '@payloadcms/db-postgres'
import { licenseManager, mailAdapter, storageFromEnvironment } from 'payload-license-manager'
import { buildConfig } from 'payload'
import sharp from 'sharp'

import { AfterContent, AfterEntry, BeforeContent } from './src/components/slots'
import { hooks, licenses, mails } from './src/extensions'

const root = path.dirname(fileURLToPath(import.meta.url))
const serverURL = process.env.SERVER_URL ?? ''
const hasPortal = process.env.HOST_PORTAL !== 'off'
const isRenamed = process.env.HOST_SLUGS === 'renamed'

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
      access: { products: { read: () => true } },
      collections: { licenses },
      fields: {
        customers: ({ defaultFields }) => [...defaultFields, { name: 'vatId', type: 'text' }],
      },
      hooks,
      mails,
      portal: hasPortal && {
        basePath: '/account',
        components: {
          afterContent: AfterContent,
          afterEntry: AfterEntry,
          beforeContent: BeforeContent,
        },
        logo: { alt: 'Example Shop', src: '/logo.svg' },
        navLinks: [{ href: '/shop', label: { de: 'Laden', en: 'Shop' } }],
        theme: { '--primary': 'rebeccapurple' },
      },
      slugs: isRenamed
        ? { licenses: 'subscriptions', products: 'software', settings: 'shop-settings' }
        : {},
    }),
    ...storageFromEnvironment(),
  ],
  secret: process.env.PAYLOAD_SECRET ?? '',
  serverURL,
  sharp,
  typescript: { outputFile: path.join(root, 'payload-types.ts') },
})
