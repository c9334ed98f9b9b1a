import { type SQL, sql } from '@payloadcms/db-postgres/drizzle'

import type { Queryable } from '../../licensing/types'
import { ranksOverall } from '../depth'
import { type Period, periods } from '../types'

/** Stands in the same table for the recount itself: when it was. */
export const recountMark = 'recount'

/** An arbitrary number that stands for "ranking customers" among PostgreSQL's advisory locks. */
const recountLock = 7_221_944_106

const dayMs = 24 * 60 * 60 * 1000

/** Takes the lock of recounts until the transaction ends; false where another one has it. */
export async function lockRecount(db: Queryable): Promise<boolean> {
  const { rows } = await db.execute(sql`select pg_try_advisory_xact_lock(${recountLock}) as won`)
  return rows[0]?.won === true
}

/** Lets the statements of this transaction take their time and their room: nobody waits for them. */
export async function allowLongWork(db: Queryable): Promise<void> {
  await db.execute(
    sql`select set_config('statement_timeout', '10min', true), set_config('work_mem', '64MB', true)`,
  )
}

export async function countProducts(db: Queryable): Promise<number> {
  const { rows } = await db.execute(sql`select count(*) as count from products`)
  return Number(rows[0]?.count ?? 0)
}

/**
 * Counts all ranks anew and makes the table hold them. One statement, so that all of it is of one moment. Rows that are right
 * already are left alone: most are, and neither they nor the customers they name are locked.
 *
 * @param perProduct how many ranks each product has
 */
export async function recount(
  db: Queryable,
  { now, perProduct }: { now: Date; perProduct: number },
): Promise<void> {
  const lists = periods.map((period) => ranksIn(period, sinceOf(period, now), perProduct))
  await db.execute(sql`
    with ranked as (${sql.join(lists, sql` union all `)}),
    gone as (
      delete from top_customers t
      where t.metric <> ${recountMark} and not exists (select from ranked r where ${isSameRank})
    ),
    changed as (
      update top_customers t
      set customer_id = r.customer_id, licenses = r.licenses, products = r.products, activations = r.activations,
        updated_at = ${now.toISOString()}
      from ranked r
      where ${isSameRank} and (t.customer_id, t.licenses, t.products, t.activations)
        is distinct from (r.customer_id, r.licenses, r.products, r.activations)
    )
    insert into top_customers
      (metric, period, product_id, rank, customer_id, licenses, products, activations, created_at, updated_at)
    select metric, period, product_id, rank, customer_id, licenses, products, activations,
      ${now.toISOString()}, ${now.toISOString()}
    from ranked r where not exists (select from top_customers t where ${isSameRank})`)
}

/** Notes when the ranks were counted. */
export async function noteRecount(db: Queryable, now: Date): Promise<void> {
  const { rows } = await db.execute(sql`
    update top_customers set updated_at = ${now.toISOString()} where metric = ${recountMark} returning id`)
  if (rows.length > 0) return
  await db.execute(sql`
    insert into top_customers (metric, period, rank, licenses, products, activations, created_at, updated_at)
    values (${recountMark}, 'all', 0, 0, 0, 0, ${now.toISOString()}, ${now.toISOString()})`)
}

/** Null is no product, and equal to itself here. Written so that PostgreSQL can hash it. */
const isSameRank = sql`r.metric = t.metric and r.period = t.period and r.rank = t.rank
  and coalesce(r.product_id, '00000000-0000-0000-0000-000000000000') = coalesce(t.product_id, '00000000-0000-0000-0000-000000000000')`

function sinceOf(period: Period, now: Date): string {
  return period === 'all'
    ? '-infinity'
    : new Date(now.getTime() - Number(period) * dayMs).toISOString()
}

/**
 * The ranks of a period. A licence counts when it was issued, an activation when it was made, both for the licence's product. A licence
 * is of the customer whose Client ID it carries or, where it carries none, of the one whose confirmed address it has.
 */
function ranksIn(period: Period, since: string, perProduct: number): SQL {
  return sql`(
    with events as (
      select id as license_id, 1 as issued, 0 as used from licenses where created_at >= ${since}::timestamptz
      union all
      select license_id, 0, 1 from activations where activated_at >= ${since}::timestamptz
    ),
    owned as (
      select c.id as customer_id, l.product_id, e.issued, e.used
      from events e join licenses l on l.id = e.license_id join customers c on c.client_id = l.customer_id
      union all
      select c.id, l.product_id, e.issued, e.used
      from events e join licenses l on l.id = e.license_id and l.customer_id is null
        join customers c on c.email = lower(l.email) and c.confirmed_at is not null
    ),
    parts as (
      select customer_id, product_id, sum(issued) as licenses, sum(used) as activations
      from owned group by customer_id, product_id
    ),
    figures as (
      select product_id, customer_id, licenses, (licenses > 0)::int as products, activations from parts
      union all
      select null, customer_id, sum(licenses), count(*) filter (where licenses > 0), sum(activations)
      from parts group by customer_id
    ),
    ordered as (
      select m.metric, f.*, row_number() over (
        partition by m.metric, f.product_id
        order by m.value desc, f.licenses desc, f.products desc, f.activations desc, f.customer_id
      ) as rank
      from figures f cross join lateral (
        values ('licenses', f.licenses), ('products', f.products), ('activations', f.activations)
      ) m (metric, value)
      where m.value > 0 and (f.product_id is null or m.metric <> 'products')
    )
    select metric, ${period}::text as period, product_id, rank, customer_id, licenses, products, activations
    from ordered
    where rank <= case when product_id is null then ${ranksOverall}::int else ${perProduct}::int end
  )`
}
