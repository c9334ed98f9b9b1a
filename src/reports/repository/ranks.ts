import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Queryable } from '../../licensing/types'
import type { Rank, RankList } from '../types'
import { recountMark } from './recount'

/** A part of a list, how long the whole list is, and when it was counted; null: not yet. */
export type Ranks = { countedAt: Date | null; rows: Rank[]; total: number }

/**
 * Reads ranks. One statement, so that rows, number and time are of the same recount, over at most the thousand rows of the list.
 * Customers who were deleted since are left out, and those behind them move up.
 */
export async function readRanks(
  db: Queryable,
  { metric, period, product }: RankList,
  { limit, offset }: { limit: number; offset: number },
): Promise<Ranks> {
  const value = sql.identifier(metric)
  const isOfProduct = product === null ? sql`product_id is null` : sql`product_id = ${product}`
  const { rows } = await db.execute(sql`
    with list as (
      select customer_id, licenses, products, activations,
        rank() over (order by ${value} desc) as place, row_number() over (order by rank) as position
      from top_customers
      where metric = ${metric} and period = ${period} and ${isOfProduct} and customer_id is not null
    )
    select (select count(*) from list) as total, page.*,
      (select updated_at from top_customers where metric = ${recountMark} limit 1) as counted_at
    from (select) one left join (
      select * from list order by position limit ${limit} offset ${offset}
    ) page on true
    order by position`)
  const [first] = rows
  return {
    countedAt: first?.counted_at ? new Date(first.counted_at as string) : null,
    rows: rows.filter((row) => row.customer_id !== null).map(toRank),
    total: Number(first?.total ?? 0),
  }
}

function toRank(row: Record<string, unknown>): Rank {
  return {
    activations: Number(row.activations),
    customer: row.customer_id as string,
    licenses: Number(row.licenses),
    place: Number(row.place),
    products: Number(row.products),
  }
}
