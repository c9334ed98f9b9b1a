import { sql } from '@payloadcms/db-postgres/drizzle'

import { hasColumn } from '../database/tableExists'
import { codeKey } from '../licensing/codes'
import type { Queryable } from '../licensing/types'

/** A customer as purchases are compared with. */
export type PurchaseOwner = {
  clientId: string
  confirmedAt: Date | null
  email: string
  id: string
}

/** A customer by id; null where the account is gone or has no Client ID. */
export async function findOwner(db: Queryable, id: string): Promise<null | PurchaseOwner> {
  const { rows } = await db.execute(sql`
    select id, client_id, confirmed_at, email from customers where id = ${id} and client_id is not null`)
  const [row] = rows
  return row
    ? {
        clientId: row.client_id as string,
        confirmedAt: row.confirmed_at ? new Date(row.confirmed_at as string) : null,
        email: row.email as string,
        id: row.id as string,
      }
    : null
}

/** The products that are sold at Envato: ids by Envato's item ids, the oldest product where several have one. */
export async function productsByItem(
  db: Queryable,
  items: readonly string[],
): Promise<Map<string, string>> {
  if (items.length === 0) return new Map()
  const list = sql.join(
    items.map((item) => sql`${item}`),
    sql`, `,
  )
  const { rows } = await db.execute(sql`
    select distinct on (envato_id) envato_id, id from products where envato_id in (${list})
    order by envato_id, created_at, id`)
  return new Map(rows.map((row) => [row.envato_id as string, row.id as string]))
}

/** The product that client software names, where it is sold at Envato. */
export async function findSoldProduct(
  db: Queryable,
  referenceId: string,
): Promise<null | { envatoId: string; id: string }> {
  const { rows } = await db.execute(sql`
    select id, envato_id from products where reference_id = ${referenceId} and envato_id <> ''`)
  const [row] = rows
  return row ? { envatoId: row.envato_id as string, id: row.id as string } : null
}

/** A licence as a purchase may meet it. */
export type MetLicense = {
  customerId: null | string
  email: null | string
  id: string
  product: string
  supportUntil: Date | null
}

/** The licence with a purchase code, held until the end of the transaction; null where there is none. */
export async function holdLicense(db: Queryable, code: string): Promise<MetLicense | null> {
  const { rows } = await db.execute(sql`
    select id, customer_id, email, product_id, support_until from licenses
    where code_key = ${codeKey(code)} for update`)
  const [row] = rows
  return row
    ? {
        customerId: (row.customer_id as null | string) || null,
        email: (row.email as null | string) || null,
        id: row.id as string,
        product: row.product_id as string,
        supportUntil: row.support_until ? new Date(row.support_until as string) : null,
      }
    : null
}

/** Whose account at Envato a username is; null where it is nobody's here. */
export async function ownerOfUsername(db: Queryable, username: string): Promise<null | string> {
  // A host may do without the plugin of social login.
  if (!(await hasColumn(db, 'identities', 'account_id'))) return null
  const { rows } = await db.execute(sql`
    select c.client_id from identities i join customers c on c.id = i.account_id
    where i.provider = 'envato' and i.subject = ${username}`)
  return (rows[0]?.client_id as null | string | undefined) ?? null
}

type Conflict = {
  customer: string
  license: string
  purchaseCode: string
  reason: 'heldByAnother' | 'otherProduct'
}

/** Tells administrators of a purchase that was not taken; once for each customer and code. */
export async function reportConflict(
  db: Queryable,
  { customer, license, purchaseCode, reason }: Conflict,
): Promise<void> {
  await db.execute(sql`
    insert into envato_conflicts (customer_id, purchase_code, license_id, reason, created_at, updated_at)
    values (${customer}, ${purchaseCode}, ${license}, ${reason}, now(), now())
    on conflict (customer_id, purchase_code) do update set
      license_id = excluded.license_id, reason = excluded.reason, updated_at = now()`)
}

/** How many purchases wait for an administrator's decision. */
export async function countConflicts(db: Queryable): Promise<number> {
  const { rows } = await db.execute(sql`select count(*) as count from envato_conflicts`)
  return Number(rows[0]?.count ?? 0)
}
