import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Queryable } from '../../licensing/types'

/** A customer and how much is theirs. */
export type TopCustomer = {
  activations: number
  id: string
  licenses: number
  name: string
  products: number
}

/**
 * The customers with the most licences, as the worker ranked them last. Reads as many rows as it gives.
 *
 * @returns with when they were ranked; null where they were not yet
 */
export async function readTopCustomers(
  db: Queryable,
  limit: number,
): Promise<{ customers: TopCustomer[]; rankedAt: Date | null }> {
  const { rows } = await db.execute(sql`
    select c.id, c.name, t.licenses, t.products, t.activations, t.updated_at
    from (
      select * from top_customers
      where metric = 'licenses' and period = 'all' and product_id is null and customer_id is not null
      -- By the product as well, which is the same for all of them: the order of the index, which then ends with the last row that is read.
      order by product_id, rank limit ${limit}
    ) t join customers c on c.id = t.customer_id
    order by t.rank`)
  const times = rows.map((row) => new Date(row.updated_at as string).getTime())
  return {
    customers: rows.map((row) => ({
      activations: Number(row.activations),
      id: row.id as string,
      licenses: Number(row.licenses),
      name: row.name as string,
      products: Number(row.products),
    })),
    rankedAt: times.length > 0 ? new Date(Math.max(...times)) : null,
  }
}
