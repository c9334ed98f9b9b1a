import type { Config } from 'payload'

/**
 * Refuses a database whose ids are numbers: the plugin's own queries and addresses are for UUIDs.
 *
 * @throws Error that says what to do
 */
export function requireUuids(db: Config['db'] | undefined): void {
  if (db?.defaultIDType !== 'number') return
  throw new Error(
    "licenseManager: the database's ids are numbers. Give the adapter idType: 'uuid', as in postgresAdapter({ idType: 'uuid', … }).",
  )
}
