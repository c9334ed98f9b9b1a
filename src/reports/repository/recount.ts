import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Queryable } from '../../licensing/types'
import { ranking } from './ranking'
import { advisoryLocks } from '../../database/advisoryLocks'

/** Stands in the same table for the recount itself: when it was. */
export const recountMark = 'recount'

/** Takes the lock of recounts until the transaction ends; false where another one has it. */
export async function lockRecount(db: Queryable): Promise<boolean> {
  const { rows } = await db.execute(
    sql`select pg_try_advisory_xact_lock(${advisoryLocks.rankingCustomers}) as won`,
  )
  return rows[0]?.won === true
}

/**
 * Lets the statements of this transaction take their time and their room: nobody waits for them. Compiling their many small parts
 * would take longer than they do.
 */
export async function allowLongWork(db: Queryable): Promise<void> {
  await db.execute(sql`
    select set_config('statement_timeout', '10min', true), set_config('work_mem', '64MB', true), set_config('jit', 'off', true)`)
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
  await db.execute(sql`
    with ranked as materialized (${ranking(now, perProduct)}),
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
