import { type SQL, sql } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../../src/licensing/types'
import { runOn } from '../../tests/support/cluster'

export type ShopSize = {
  customers: number
  /** Whether every fifth licence ends, on some day of the next three years. Default: none does. */
  isExpiring?: boolean
  licenses: number
  /** How many activations a licence has at most; they have half of that on average. Default 3. */
  mostActivations?: number
  products: number
}

/**
 * Fills an empty, migrated database with a shop of many licences and their activations. Owners are uneven, as
 * they are: the square of a random number makes some customers have hundreds. One licence in six has no Client ID.
 *
 * @param url of the database
 */
export async function seedShop(url: string, db: Database, size: ShopSize): Promise<void> {
  const { customers, isExpiring = false, licenses, mostActivations = 3, products } = size
  const steps = [
    sql`select setseed(0.42)`,
    sql`insert into products (name, reference_id, is_active)
      select 'Product ' || n, 'P' || n, true from generate_series(1, ${products}::int) n`,
    sql`insert into customers (name, email, client_id, created_at, confirmed_at)
      select (array['Ada','Grace','Alan','Edsger','Barbara','Donald','Frances','Ken'])[1 + n % 8] || ' ' || initcap(substr(md5(n::text), 1, 7)),
        'user' || n || '@' || substr(md5((n % 5000)::text), 1, 6) || '.example.com', 'CUST-' || n,
        now() - random() * random() * interval '6 years', case when n % 10 > 0 then now() end
      from generate_series(1, ${customers}::int) n`,
    sql`analyze customers, products`,
    sql`insert into licenses (product_id, code, code_key, type, customer_id, email, invoice, created_at, expires_at)
      select p.id, v.code, lower(v.code), 'perpetual', case when v.n % 6 > 0 then 'CUST-' || v.owner end, c.email, 'INV-' || v.n, v.issued,
        case when ${isExpiring}::boolean and v.n % 5 = 0 then now() + interval '1 day' + get_byte(decode(v.code, 'hex'), 0) * interval '4 days' end
      from (
        select n, upper(md5('code' || n)) as code, 1 + floor(power(random(), 2) * ${customers}::int)::int as owner,
          now() - random() * random() * interval '6 years' as issued, 1 + floor(power(random(), 2) * ${products}::int)::int as product
        from generate_series(1, ${licenses}::int) n
      ) v
      join customers c on c.client_id = 'CUST-' || v.owner join products p on p.reference_id = 'P' || v.product`,
    sql`analyze licenses`,
    sql`insert into activations (license_id, product_id, license_code, customer_id, domain, environment, activated_at, last_seen_at, is_active)
      select l.id, l.product_id, l.code, l.customer_id, substr(md5(l.code), 1, 8) || '-' || k || '.example.org', 'production',
        l.created_at + random() * (now() - l.created_at), now(), k = 1
      from licenses l cross join lateral generate_series(1, (get_byte(decode(substr(l.code, 1, 2), 'hex'), 0) % ${mostActivations + 1}::int)) k`,
  ]
  await fill(url, db, ['activations', 'customers', 'licenses'], steps)
}

/**
 * Runs statements that fill tables. Their indexes are made after the rows: much faster than row by row. What the rows refer to is there, so nothing
 * checks it, and no trigger runs.
 */
export async function fill(
  url: string,
  db: Database,
  tables: readonly string[],
  steps: readonly SQL[],
): Promise<void> {
  await db.transaction(async (transaction) => {
    await transaction.execute(sql`
      select set_config('statement_timeout', '0', true), set_config('maintenance_work_mem', '512MB', true),
        set_config('session_replication_role', 'replica', true)`)
    const { rows: indexes } = await transaction.execute(sql`
      select indexname, indexdef from pg_indexes
      where tablename = any(string_to_array(${tables.join()}, ',')) and indexname not like '%_pkey'`)
    for (const { indexname } of indexes) {
      await transaction.execute(sql`drop index ${sql.identifier(indexname as string)}`)
    }
    for (const step of steps) await transaction.execute(step)
    for (const { indexdef } of indexes) await transaction.execute(sql.raw(indexdef as string))
  })
  await runOn(url, 'vacuum analyze')
}
