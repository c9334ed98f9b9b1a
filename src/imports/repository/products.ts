import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Queryable } from '../../licensing/types'
import type { ProductValues } from '../rows/product'
import { jsonb } from './json'

/** A product that is there already. */
export type FoundProduct = { id: string; referenceId: string }

/** Products by their reference IDs. */
export async function findProducts(
  db: Queryable,
  referenceIds: string[],
  isHeld: boolean,
): Promise<FoundProduct[]> {
  const { rows } = await db.execute(sql`
    select id, reference_id from products where reference_id in (select jsonb_array_elements_text(${jsonb(referenceIds)}))
    order by id ${isHeld ? sql`for update` : sql``}`)
  return rows.map((row) => ({ id: row.id as string, referenceId: row.reference_id as string }))
}

const columns = sql`name text, "referenceId" text, "envatoId" text, description text, "isActive" boolean, "licenseUpdate" boolean,
  "serveLatestUpdates" boolean, "createdAt" timestamptz`

/** @returns the ids of new products by their reference IDs; what is missing was there already */
export async function insertProducts(
  db: Queryable,
  products: (ProductValues & { referenceId: string })[],
): Promise<Map<string, string>> {
  const { rows } = await db.execute(sql`
    insert into products (name, reference_id, envato_id, description, is_active, license_update, serve_latest_updates, created_at,
      updated_at)
    select r.name, r."referenceId", r."envatoId", r.description, coalesce(r."isActive", true), coalesce(r."licenseUpdate", true),
      coalesce(r."serveLatestUpdates", true), coalesce(r."createdAt", now()), now()
    from jsonb_to_recordset(${jsonb(products)}) as r(${columns})
    on conflict do nothing returning id, reference_id`)
  return new Map(rows.map((row) => [row.reference_id as string, row.id as string]))
}

/** Changes products. The reference ID never changes, and what a row does not name stays. */
export async function updateProducts(
  db: Queryable,
  changes: (ProductValues & { id: string })[],
): Promise<void> {
  await db.execute(sql`
    update products p set
      name = coalesce(r.name, p.name),
      envato_id = coalesce(r."envatoId", p.envato_id),
      description = coalesce(r.description, p.description),
      is_active = coalesce(r."isActive", p.is_active),
      license_update = coalesce(r."licenseUpdate", p.license_update),
      serve_latest_updates = coalesce(r."serveLatestUpdates", p.serve_latest_updates),
      updated_at = now()
    from jsonb_to_recordset(${jsonb(changes)}) as r(id uuid, ${columns})
    where p.id = r.id`)
}
