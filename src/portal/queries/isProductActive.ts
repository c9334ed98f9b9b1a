import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

/**
 * Whether a product is switched on. Customers may not read products, and nothing else is read of it.
 *
 * @param id the product of a licence that the customer has read
 */
export async function isProductActive(req: PayloadRequest, id: string): Promise<boolean> {
  const { rows } = await req.payload.db.drizzle.execute(
    sql`select 1 from products where id = ${id} and is_active is not false`,
  )
  return rows.length > 0
}
