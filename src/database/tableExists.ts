import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Queryable } from '../licensing/types'

/** Whether the database has a table: those of a plugin that a host does without are missing, and all of them before the first migration. */
export async function tableExists(db: Queryable, name: string): Promise<boolean> {
  const { rows } = await db.execute(sql`select to_regclass(${name}) is not null as exists`)
  return rows[0]?.exists === true
}

/** Whether there is a table with a column, by which one of ours is told from one of the host's with the same name. */
export async function hasColumn(db: Queryable, table: string, column: string): Promise<boolean> {
  const { rows } = await db.execute(sql`
    select exists (select 1 from pg_attribute
      where attrelid = to_regclass(${table}) and attname = ${column} and not attisdropped) as exists`)
  return rows[0]?.exists === true
}
