import { type SQL, sql } from '@payloadcms/db-postgres/drizzle'

/** Many rows as one value, so that a statement about hundreds of rows has one parameter. */
export function jsonb(value: unknown): SQL {
  return sql`${JSON.stringify(value)}::jsonb`
}
