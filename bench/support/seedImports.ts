import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../../src/licensing/types'
import type { Shop } from './scaleCalls'
import { fill } from './seedShop'

const rowsOfEach = 1000
/** More than a run takes. */
const waiting = 200
const headings = '["E-mail","Client ID","Name"]'
const ofLicenses = '["E-mail","Code","Product"]'
const plan = '{"email":0,"clientId":1,"name":2}'

/**
 * Adds the imports that a shop came from: one of 1,000 rows for every 1,000 licences. Beside them one whose columns are not chosen yet, and some
 * that were checked.
 */
export async function seedImports(url: string, db: Database): Promise<Shop['imports']> {
  await fill(
    url,
    db,
    ['imports', 'import_rows'],
    [
      sql`insert into imports (filename, kind, mode, status, headings, mapping, options, total, processed, counts, finished_at, created_at)
      select 'customers-' || n || '.csv', 'customers', 'upsert', 'done', ${headings}::jsonb, ${plan}::jsonb, '{}', ${rowsOfEach}::int, ${rowsOfEach}::int,
        '{"created":900,"updated":0,"skipped":0,"failed":100}', now(), now() - n * interval '1 minute'
      from generate_series(1, 1 + (select count(*) from licenses) / ${rowsOfEach}::int) n`,
      sql`insert into imports (filename, kind, status, headings, total, processed) values
        ('ready.csv', 'customers', 'ready', ${headings}::jsonb, ${rowsOfEach}::int, 0),
        ('ready.csv', 'licenses', 'ready', ${ofLicenses}::jsonb, ${rowsOfEach}::int, 0)`,
      sql`insert into import_rows (import_id, number, data, outcome, message)
      select i.id, n, case i.kind when 'licenses' then jsonb_build_array('import' || n || '@example.com', 'IMPORT-' || n, 'P1')
          else jsonb_build_array('import' || n || '@example.com', 'IMPORT-' || n, 'Somebody') end,
        case when i.processed = 0 then 'pending'::enum_import_rows_outcome when n % 10 = 0 then 'failed' else 'created' end, null
      from imports i cross join generate_series(1, ${rowsOfEach}::int) n
      -- As imports write them: the rows of one beside each other.
      order by i.id, n`,
      sql`insert into imports (filename, kind, mode, status, headings, mapping, options, total, processed)
      select 'checked-' || n || '.csv', 'customers', 'upsert', 'checked', ${headings}::jsonb, ${plan}::jsonb, '{}', 0, 0
      from generate_series(1, ${waiting}::int) n`,
    ],
  )
  const { rows } = await db.execute(sql`
    select id, status, kind from imports where status <> 'done'
    union all (select id, status, kind from imports where status = 'done' limit 1)`)
  const of = (status: string, kind = 'customers') =>
    rows.filter((row) => row.status === status && row.kind === kind).map(({ id }) => String(id))
  return {
    checked: of('checked'),
    done: of('done')[0] ?? '',
    ready: of('ready')[0] ?? '',
    readyLicenses: of('ready', 'licenses')[0] ?? '',
  }
}
