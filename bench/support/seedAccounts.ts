import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../../src/licensing/types'
import { fill } from './seedShop'

const tables = [
  ...['account_tokens', 'avatars', 'blacklist_entries', 'customer_sessions', 'download_tokens'],
  ...['envato_conflicts', 'envato_imports', 'idempotency_keys', 'identities', 'known_devices'],
  ...['login_lockouts', 'passkeys', 'recovery_codes'],
]

/**
 * Adds to a shop what its customers' accounts have gathered: for each a session, a device and a link; for every second one a connected account;
 * for every tenth a photo, a passkey, recovery codes, purchases at Envato and a row of failed logins. Beside them, by the licences, download links,
 * answers that are kept, and the blacklist.
 */
export async function seedAccounts(url: string, db: Database): Promise<void> {
  // The same tenth for all that few have.
  const few = sql`get_byte(uuid_send(id), 0) < 26`
  await fill(url, db, tables, [
    sql`insert into customer_sessions (customer_id, token_hash, method, ip, user_agent, authenticated_at, last_seen_at, expires_at)
      select id, md5('session' || id), 'password', '192.0.2.1', 'Mozilla/5.0', now(), now() - random() * interval '20 days', now() + interval '10 days'
      from customers`,
    sql`insert into known_devices (customer_id, device_hash, last_seen_at)
      select id, md5('device' || id), now() - random() * interval '1 year' from customers`,
    sql`insert into account_tokens (token_hash, purpose, customer_id, email, expires_at, used_at)
      select md5('token' || id), 'confirmEmail', id, email, created_at + interval '1 day', created_at from customers`,
    sql`insert into identities (account_id, provider, subject, email, name, last_used_at, created_at)
      select id, (array['google','github','envato'])[1 + get_byte(uuid_send(id), 1) % 3], md5('subject' || id), email, name, now(), created_at
      from customers where get_byte(uuid_send(id), 0) < 128`,
    sql`insert into avatars (filename, mime_type, filesize, width, height, created_at)
      select id || '.webp', 'image/webp', 9000, 256, 256, created_at from customers where ${few}`,
    sql`insert into passkeys (customer_id, name, credential_id, public_key)
      select id, 'Laptop', md5('passkey' || id), md5(id::text) from customers where ${few}`,
    sql`insert into recovery_codes (customer_id, code_hash)
      select id, md5(id::text || k) from customers cross join generate_series(1, 10) k where ${few}`,
    sql`insert into login_lockouts (key, failures) select md5('lockout' || id), 2 from customers where ${few}`,
    sql`insert into envato_imports (customer_id, status, purchases, licenses, ended_at, updated_at)
      select id, 'done', 3, 3, created_at, created_at from customers where ${few}`,
    sql`insert into envato_conflicts (purchase_code, customer_id, reason, created_at)
      select md5('purchase' || id), id, 'heldByAnother', created_at from customers where ${few}`,
    sql`insert into download_tokens (prefix, token_hash, product_id, type, downloads, continued_bytes, expires_at, created_at)
      select left(md5(code), 6), md5('link' || id), product_id, 'main', 1, 0, created_at + interval '1 day', created_at from licenses where ${few}`,
    sql`insert into idempotency_keys (key, request_hash, status, body, created_at)
      select md5('key' || id), md5(code), 201, '{}', created_at from licenses where ${few}`,
    sql`insert into blacklist_entries (domain, reason, created_at)
      select left(md5('blacklist' || id), 10) || '.example.net', 'Added by hand', created_at from licenses where get_byte(uuid_send(id), 0) < 5`,
  ])
}
