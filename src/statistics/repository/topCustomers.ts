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
    from top_customers t join customers c on c.id = t.customer_id
    where t.metric = 'licenses' and t.period = 'all' and t.product_id is null
    order by t.rank limit ${limit}`)
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
