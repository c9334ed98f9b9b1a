import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Queryable } from '../../licensing/types'
import type { LicenseValues } from '../rows/license'
import { jsonb } from './json'

/** A licence that is there already. */
export type FoundLicense = { codeKey: string; id: string }

/** Licences by the keys of their codes. Held in one order, as activations hold one at a time. */
export async function findLicenses(
  db: Queryable,
  codeKeys: string[],
  isHeld: boolean,
): Promise<FoundLicense[]> {
  const { rows } = await db.execute(sql`
    select id, code_key from licenses where code_key in (select jsonb_array_elements_text(${jsonb(codeKeys)}))
    order by id ${isHeld ? sql`for update` : sql``}`)
  return rows.map((row) => ({ codeKey: row.code_key as string, id: row.id as string }))
}

/** Products by what files call them. */
export async function findNamedProducts(
  db: Queryable,
  names: string[],
): Promise<{ envatoId: null | string; id: string; name: string; referenceId: null | string }[]> {
  const { rows } = await db.execute(sql`
    with named as (select jsonb_array_elements_text(${jsonb(names)}) as text)
    select id, name, reference_id, envato_id from products
    where reference_id in (select text from named) or envato_id in (select text from named)
      or lower(name) in (select lower(text) from named)`)
  return rows.map((row) => ({
    envatoId: row.envato_id as null | string,
    id: row.id as string,
    name: row.name as string,
    referenceId: row.reference_id as null | string,
  }))
}

/** Whether there is a product with this id. */
export async function isProduct(db: Queryable, id: string): Promise<boolean> {
  const { rows } = await db.execute(sql`select 1 from products where id = ${id}::uuid`)
  return rows.length > 0
}

const columns = sql`"productId" uuid, code text, "codeKey" text, type text, "customerId" text, email text, invoice text,
  "parallelUses" numeric, "totalUses" numeric, "expirationDays" numeric, "expiresAt" timestamptz, "updatesUntil" timestamptz,
  "supportUntil" timestamptz, comments text, "isValid" boolean, "isEnvato" boolean, "createdAt" timestamptz`

/** @returns the ids of new licences by the keys of their codes; what is missing was there already */
export async function insertLicenses(
  db: Queryable,
  licenses: (LicenseValues & { code: string; codeKey: string })[],
): Promise<Map<string, string>> {
  const { rows } = await db.execute(sql`
    insert into licenses (product_id, code, code_key, type, customer_id, email, invoice, parallel_uses, total_uses, expiration_days,
      expires_at, updates_until, support_until, comments, is_valid, is_envato, created_at, updated_at)
    select r."productId", r.code, r."codeKey", coalesce(r.type, 'perpetual')::enum_licenses_type, r."customerId", r.email, r.invoice,
      r."parallelUses", r."totalUses", r."expirationDays", r."expiresAt", r."updatesUntil", r."supportUntil", r.comments,
      coalesce(r."isValid", true), coalesce(r."isEnvato", false), coalesce(r."createdAt", now()), now()
    from jsonb_to_recordset(${jsonb(licenses)}) as r(${columns})
    on conflict do nothing returning id, code_key`)
  return new Map(rows.map((row) => [row.code_key as string, row.id as string]))
}

/** Changes licences. What a row does not name stays; null stands for no limit, or no end. */
export async function updateLicenses(
  db: Queryable,
  changes: (LicenseValues & { id: string })[],
): Promise<void> {
  const has = (name: string) => sql`r.given ? ${name}`
  const given = changes.map((change) => ({
    ...change,
    given: Object.fromEntries(
      Object.entries(change)
        .filter(([, value]) => value !== undefined)
        .map(([name]) => [name, 1]),
    ),
  }))
  await db.execute(sql`
    update licenses l set
      product_id = coalesce(r."productId", l.product_id),
      type = coalesce(r.type::enum_licenses_type, l.type),
      customer_id = coalesce(r."customerId", l.customer_id),
      email = coalesce(r.email, l.email),
      invoice = coalesce(r.invoice, l.invoice),
      comments = coalesce(r.comments, l.comments),
      is_valid = coalesce(r."isValid", l.is_valid),
      is_envato = coalesce(r."isEnvato", l.is_envato),
      parallel_uses = case when ${has('parallelUses')} then r."parallelUses" else l.parallel_uses end,
      total_uses = case when ${has('totalUses')} then r."totalUses" else l.total_uses end,
      expiration_days = case when ${has('expirationDays')} then r."expirationDays" else l.expiration_days end,
      expires_at = case when ${has('expiresAt')} then r."expiresAt" else l.expires_at end,
      updates_until = case when ${has('updatesUntil')} then r."updatesUntil" else l.updates_until end,
      support_until = case when ${has('supportUntil')} then r."supportUntil" else l.support_until end,
      updated_at = now()
    from jsonb_to_recordset(${jsonb(given)}) as r(id uuid, given jsonb, ${columns})
    where l.id = r.id`)
}

/** A list of a licence, in its place. */
export type LicenseList = { license: string; list: string[]; path: 'domains' | 'ips' }

/** Puts lists of licences in the place of those that are there. */
export async function replaceLists(db: Queryable, lists: LicenseList[]): Promise<void> {
  if (lists.length === 0) return
  const given = sql`jsonb_to_recordset(${jsonb(lists)}) as r(license uuid, path text, list jsonb)`
  await db.execute(sql`
    delete from licenses_texts t using ${given} where t.parent_id = r.license and t.path = r.path`)
  await db.execute(sql`
    insert into licenses_texts (parent_id, path, "order", text)
    select r.license, r.path, e.place, e.text
    from ${given}, jsonb_array_elements_text(r.list) with ordinality as e(text, place)`)
}
