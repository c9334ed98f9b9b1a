import { type SQL, sql } from '@payloadcms/db-postgres/drizzle'

import { normalizeEmailAddress } from '../licensing/emails'
import type { Queryable } from '../licensing/types'
import { patternOf, type Term } from './parseTerm'

/** Of each field at most so many are compared: who has more to choose from types more. */
const candidates = 25

/** A table that is searched: the columns that may contain the term, and what finds a row that is exactly it. */
type Searched = { columns: readonly string[]; exact: (text: string) => SQL; table: string }

export const searched = {
  activations: {
    columns: ['domain'],
    exact: (text) => sql`domain = lower(${text})`,
    table: 'activations',
  },
  customers: {
    columns: ['name', 'email', 'client_id'],
    exact: (text) => sql`email = ${normalizeEmailAddress(text)} or client_id = ${text}`,
    table: 'customers',
  },
  licenses: {
    columns: ['code', 'email', 'invoice'],
    exact: (text) => sql`code_key = lower(${text}) or invoice = ${text}`,
    table: 'licenses',
  },
} satisfies Record<string, Searched>

export type SearchedTable = keyof typeof searched

/**
 * The ids of rows in which a term occurs, the best first: those that are exactly it, those that begin with it, the others; the newest
 * before older ones. Each part is bounded and has an index: an equality, or the trigrams of one column.
 */
export async function findIds(
  db: Queryable,
  name: SearchedTable,
  term: Term,
  limit: number,
): Promise<string[]> {
  const { columns, exact, table: tableName } = searched[name] as Searched
  const table = sql.identifier(tableName)
  const pattern = patternOf(term)
  const beginning = patternOf({ ...term, isPrefix: true })
  const parts = columns.map(
    (column) =>
      sql`(select id from ${table} where ${sql.identifier(column)} ilike ${pattern} limit ${candidates})`,
  )
  const begins = columns.map((column) => sql`${sql.identifier(column)} ilike ${beginning}`)
  const { rows } = await db.execute(sql`
    with exact as (select id from ${table} where ${exact(term.text)} limit ${candidates}),
    found as (select id from exact union ${sql.join(parts, sql` union `)})
    select t.id from found join ${table} t on t.id = found.id
    order by t.id in (select id from exact) desc, coalesce(${sql.join(begins, sql` or `)}, false) desc,
      t.created_at desc, t.id
    limit ${limit}`)
  return rows.map(({ id }) => id as string)
}

/** Ends a statement of this transaction that takes longer than anybody waits for a search. */
export async function limitSearch(db: Queryable, ms: number): Promise<void> {
  await db.execute(sql`select set_config('statement_timeout', ${String(ms)}, true)`)
}
