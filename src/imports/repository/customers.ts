import { sql } from '@payloadcms/db-postgres/drizzle'

import { hasColumn } from '../../database/tableExists'
import type { Queryable } from '../../licensing/types'
import type { CustomerValues } from '../rows/customer'
import { jsonb } from './json'

/** A customer who is there already. */
export type FoundCustomer = {
  clientId: null | string
  email: string
  id: string
  isConfirmed: boolean
  /** Somebody chose a way to sign in: whoever it was may not be the owner of the address. */
  isInUse: boolean
}

/** Customers with one of these Client IDs or addresses. */
export async function findCustomers(
  db: Queryable,
  keys: { clientIds: string[]; emails: string[] },
  isHeld: boolean,
): Promise<FoundCustomer[]> {
  // A host may do without the plugin of social login.
  const isConnected = (await hasColumn(db, 'identities', 'account_id'))
    ? sql`exists (select 1 from identities i where i.account_id = c.id)`
    : sql`false`
  const { rows } = await db.execute(sql`
    select c.id, c.client_id, c.email, c.confirmed_at is not null as is_confirmed,
      c.hash is not null or exists (select 1 from passkeys p where p.customer_id = c.id) or ${isConnected} as is_in_use
    from customers c
    -- An array of ids: what stands beside it in the list is then asked for each of them, and not read whole.
    where c.id = any(array(
      select id from customers where client_id in (select jsonb_array_elements_text(${jsonb(keys.clientIds)}))
      union select id from customers where email in (select jsonb_array_elements_text(${jsonb(keys.emails)}))))
    order by c.id ${isHeld ? sql`for update of c` : sql``}`)
  return rows.map((row) => ({
    clientId: row.client_id as null | string,
    email: row.email as string,
    id: row.id as string,
    isConfirmed: row.is_confirmed === true,
    isInUse: row.is_in_use === true,
  }))
}

/**
 * Writes new customers. None of them has a password of ours.
 *
 * @returns their ids by address; who is missing was there already
 */
export async function insertCustomers(
  db: Queryable,
  customers: (CustomerValues & { clientId: string })[],
): Promise<Map<string, string>> {
  const { rows } = await db.execute(sql`
    insert into customers (name, email, client_id, language, confirmed_at, imported_hash, created_at, updated_at)
    select r.name, r.email, r."clientId", r.language::enum_customers_language, r."confirmedAt", r."importedHash",
      coalesce(r."createdAt", now()), now()
    from jsonb_to_recordset(${jsonb(customers)}) as r(name text, email text, "clientId" text, language text,
      "confirmedAt" timestamptz, "importedHash" text, "createdAt" timestamptz)
    on conflict do nothing returning id, email`)
  return new Map(rows.map((row) => [row.email as string, row.id as string]))
}

export type CustomerChange = CustomerValues & { id: string }

/**
 * Changes customers. Another address is an unconfirmed one, as everywhere; a hash is taken over only where there is no password, and
 * what a row does not name stays.
 */
export async function updateCustomers(db: Queryable, changes: CustomerChange[]): Promise<void> {
  await db.execute(sql`
    update customers c set
      name = coalesce(r.name, c.name),
      email = coalesce(r.email, c.email),
      client_id = coalesce(r."clientId", c.client_id),
      language = coalesce(r.language::enum_customers_language, c.language),
      confirmed_at = case when r.email <> c.email then r."confirmedAt" else coalesce(c.confirmed_at, r."confirmedAt") end,
      pending_email = case when r.email <> c.email then null else c.pending_email end,
      imported_hash = case when c.hash is null then coalesce(r."importedHash", c.imported_hash) else null end,
      updated_at = now()
    from jsonb_to_recordset(${jsonb(changes)}) as r(id uuid, name text, email text, "clientId" text, language text,
      "confirmedAt" timestamptz, "importedHash" text)
    where c.id = r.id`)
}

/**
 * Queues the invitations of customers, each with its job, as one. A key that is unique has each of them invited once, whatever is done
 * again.
 */
export async function insertInvitations(db: Queryable, customers: string[]): Promise<void> {
  await db.execute(sql`
    with invited as (
      insert into mails ("to", template, customer_id, data, status, attempts, once_key, created_at, updated_at)
      select email, 'invitation', id, '{}'::jsonb, 'queued'::enum_mails_status, 0, 'invitation:' || id, now(), now()
      from customers where id::text in (select jsonb_array_elements_text(${jsonb(customers)}))
      on conflict (once_key) do nothing returning id
    )
    insert into payload_jobs (input, task_slug, queue, created_at, updated_at)
    select jsonb_build_object('mail', id), 'sendMail'::enum_payload_jobs_task_slug, 'mail', now(), now() from invited`)
}
