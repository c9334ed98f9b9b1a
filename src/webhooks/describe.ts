import { sql } from '@payloadcms/db-postgres/drizzle'

import { mergeEntitlements, type StoredEntitlement } from '../licensing/entitlements'
import { deriveStatus } from '../licensing/status'
import type { Queryable } from '../licensing/types'

type Row = Record<string, unknown>

/**
 * What a message says of its subject, with the field names of the internal API. The row is as it was when it happened; what it points to is
 * as it is now.
 */
export async function describeSnapshot(
  db: Queryable,
  eventType: string,
  snapshot: Row,
  occurredAt: Date,
): Promise<Row> {
  if (eventType.startsWith('license.')) return describeLicense(db, snapshot)
  if (eventType === 'activation.refused') return snapshot
  if (eventType === 'activation.deactivated') {
    return describeActivation(db, ended(snapshot, occurredAt))
  }
  if (eventType.startsWith('activation.')) return describeActivation(db, snapshot)
  return describeCustomer(snapshot)
}

/** One that was deleted while it was active ended thereby, which its row does not say. */
function ended(row: Row, occurredAt: Date): Row {
  return row.is_active === true
    ? { ...row, deactivated_at: occurredAt.toISOString(), is_active: false }
    : row
}

function describeCustomer(row: Row): Row {
  const moments = ['confirmed_at', 'disabled_at', 'created_at', 'updated_at'] as const
  return { ...row, ...Object.fromEntries(moments.map((name) => [name, utc(row[name])])) }
}

async function describeLicense(db: Queryable, row: Row): Promise<Row> {
  const [product, lists] = await Promise.all([productOf(db, row.product_id), listsOf(db, row.id)])
  return {
    id: row.id,
    license_code: row.code,
    ...product,
    type: row.type,
    status: deriveStatus(
      { expiresAt: row.expires_at as null | string, isValid: row.is_valid !== false },
      new Date(),
    ),
    customer_id: row.customer_id,
    email: row.email,
    invoice: row.invoice,
    parallel_uses: row.parallel_uses,
    total_uses: row.total_uses,
    expiration_days: row.expiration_days,
    expires_at: utc(row.expires_at),
    updates_until: utc(row.updates_until),
    support_until: utc(row.support_until),
    ...lists,
    is_valid: row.is_valid !== false,
    is_envato: row.is_envato === true,
    created_at: utc(row.created_at),
    updated_at: utc(row.updated_at),
  }
}

async function describeActivation(db: Queryable, row: Row): Promise<Row> {
  return {
    id: row.id,
    license_id: row.license_id,
    license_code: row.license_code,
    ...(await productOf(db, row.product_id)),
    customer_id: row.customer_id,
    name: row.name,
    client_name: row.client_name,
    url: row.url,
    domain: row.domain,
    fingerprint: row.fingerprint,
    ip: row.ip,
    user_agent: row.user_agent,
    environment: row.environment,
    activated_at: utc(row.activated_at),
    last_seen_at: utc(row.last_seen_at),
    is_active: row.is_active === true,
    is_valid: row.is_valid !== false,
    deactivated_at: utc(row.deactivated_at),
    deactivated_by: row.deactivated_by,
  }
}

async function productOf(db: Queryable, id: unknown): Promise<Row> {
  const { rows } = await db.execute(
    sql`select reference_id, name from products where id = ${String(id)}::uuid`,
  )
  return {
    product_reference_id: rows[0]?.reference_id ?? null,
    product_name: rows[0]?.name ?? null,
  }
}

async function listsOf(db: Queryable, license: unknown): Promise<Row> {
  const id = sql`${String(license)}::uuid`
  const { rows } = await db.execute(sql`
    select
      array(select text::text from licenses_texts where parent_id = ${id} and path = 'domains' order by "order") as domains,
      array(select text::text from licenses_texts where parent_id = ${id} and path = 'ips' order by "order") as ips,
      (select json_agg(json_build_object('name', name, 'kind', kind, 'value', value))
        from licenses_entitlements where _parent_id = ${id}) as entitlements`)
  const { domains = [], entitlements, ips = [] } = rows[0] ?? {}
  const stored = (entitlements ?? []) as StoredEntitlement[]
  return { domains, entitlements: mergeEntitlements([], stored), ips }
}

function utc(moment: unknown): null | string {
  return typeof moment === 'string' ? new Date(moment).toISOString() : null
}
