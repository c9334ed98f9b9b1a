import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { postgresAdapter } from '@payloadcms/db-postgres'
import { buildConfig } from 'payload'
import sharp from 'sharp'

import { captcha } from './plugins/captcha'
import { licenseManager } from './plugins/license-manager'
import { openIdFromEnvironment, socialLogin } from './plugins/social-login'
import { mailAdapter } from './src/emails/transport/mailAdapter'
import { createLogger } from './src/logging/logger'
import { requestImport } from './src/envato/requestImport'
import { socialAccounts } from './src/portal/endpoints/socialAccounts'
import { storageFromEnvironment } from './src/storage/fromEnvironment'

const root = process.env.APP_ROOT ?? path.dirname(fileURLToPath(import.meta.url))
const serverURL = process.env.SERVER_URL ?? ''

export default buildConfig({
  admin: {
    avatar: 'default',
    importMap: { baseDir: root },
    meta: { titleSuffix: ' · License Manager' },
    user: 'users',
  },
  collections: [],
  db: postgresAdapter({
    idType: 'uuid',
    migrationDir: path.join(root, 'src/database/migrations'),
    pool: {
      connectionString: process.env.DATABASE_URL,
      connectionTimeoutMillis: 4000,
      max: Number(process.env.DATABASE_POOL_SIZE ?? 10),
      statement_timeout: 20_000,
    },
    push: false,
    // The licence's lock is taken before its slots are counted; each statement has to see what was committed meanwhile.
    transactionOptions: { isolationLevel: 'read committed' },
  }),
  email: mailAdapter(serverURL),
  logger: createLogger(),
  plugins: [
    licenseManager({ uploadDir: process.env.UPLOAD_DIR ?? path.join(root, '.data/uploads') }),
    ...storageFromEnvironment(),
    captcha({ global: 'settings', tab: 'Security' }),
    socialLogin({
      accounts: socialAccounts,
      afterSignIn: requestImport,
      collection: 'customers',
      global: 'settings',
      group: 'License Manager',
      providers: openIdFromEnvironment(),
    }),
  ],
  secret: process.env.PAYLOAD_SECRET ?? '',
  serverURL,
  sharp,
  telemetry: false,
  // By npm run generate, not at every start: a test run must not write into the clone.
  typescript: { autoGenerate: false, outputFile: path.join(root, 'payload-types.ts') },
})
