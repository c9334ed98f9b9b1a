import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the clone. What is built into `dist` says where it is. */
export const root =
  process.env.APP_ROOT ?? path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')

/** Where everything lies that running the app makes: database, uploads, secret, demo logins. */
export const dataDir = path.join(root, '.data')

export const clusterDir = path.join(dataDir, 'postgres')

/** The database of the app in the embedded PostgreSQL. */
export const embeddedDatabase = 'license_manager'
