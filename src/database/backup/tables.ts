import type pg from 'pg'

/** What the migrations fill, and what may be lost. */
const left = ['payload_migrations', 'lm_rate_limits']

/** The tables with their columns. */
export async function listTables(client: pg.Client): Promise<[table: string, columns: string[]][]> {
  const { rows } = await client.query<{ columns: string[]; name: string }>(
    `select c.relname::text as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> all($1)
      and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    group by c.relname order by c.relname`,
    [left],
  )
  return rows.map(({ columns, name }) => [name, columns])
}

/** The sequences with the value that each gave last; one that gave none is left out. */
export async function listSequences(client: pg.Client): Promise<Record<string, string>> {
  const { rows } = await client.query<{ name: string; value: string }>(
    `select sequencename::text as name, last_value::text as value from pg_sequences
    where schemaname = 'public' and last_value is not null and sequencename not like 'payload_migrations%'`,
  )
  return Object.fromEntries(rows.map(({ name, value }) => [name, value]))
}

/** The foreign keys with the statement that makes each. */
export async function listForeignKeys(
  client: pg.Client,
): Promise<{ definition: string; name: string; table: string }[]> {
  const { rows } = await client.query<{ definition: string; name: string; table: string }>(
    `select conname::text as name, conrelid::regclass::text as table, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`,
  )
  return rows
}

/** A name as it stands in a statement. */
export function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
