import type { Config } from 'payload'

/**
 * Refuses other databases than PostgreSQL: the plugin has statements of its own.
 *
 * @throws Error that says what to do
 */
export function requirePostgres(db: Config['db'] | undefined): void {
  if (db?.name === undefined || db.name === 'postgres') return
  throw new Error(
    `licenseManager: the database is ${db.name}, and the plugin needs PostgreSQL. Use @payloadcms/db-postgres.`,
  )
}
