import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../../src/licensing/types'
import { fill } from './seedShop'

const tables = ['activity_log', 'failed_attempts', 'login_events', 'mails', 'webhook_deliveries']

/**
 * Adds to a shop what its licences, installations and customers left in the logs: an entry and a webhook for each licence, an entry for each activation,
 * three logins and two mails for each customer, and a refused attempt at every fifth licence.
 */
export async function seedHistory(url: string, db: Database): Promise<void> {
  await fill(url, db, tables, [
    sql`insert into activity_log (at, event, label, actor_kind, subject_id, license_id, customer_id)
      select created_at, 'license.created', code, 'api', id::text, id::text, customer_id from licenses`,
    sql`insert into activity_log (at, event, label, actor_kind, ip, subject_id, license_id, customer_id)
      select activated_at, 'activation.created', domain, 'client', '192.0.2.' || (get_byte(uuid_send(id), 0)), id::text,
        license_id::text, customer_id
      from activations`,
    sql`insert into webhook_deliveries (event_type, event_id, occurred_at, url, status, attempts, delivered_at, response_status, body)
      select 'license.created', gen_random_uuid()::text, created_at, 'https://shop.example.com/hooks', 'delivered', 1, created_at, 200, '{}'
      from licenses`,
    sql`insert into failed_attempts (action, reason, license_code, license_id, domain, ip, connection_ip, created_at)
      select 'activate', 'limit_reached', code, id, left(md5(code), 8) || '.example.org', '192.0.2.1', '192.0.2.1', created_at
      from licenses where get_byte(uuid_send(id), 0) < 51`,
    sql`insert into login_events (customer_id, email, method, outcome, ip, created_at)
      select id, email, 'password', 'success', '192.0.2.1', now() - random() * interval '2 years'
      from customers cross join generate_series(1, 3)`,
    sql`insert into mails ("to", template, subject, customer_id, status, attempts, sent_at, created_at)
      select email, 'licenseDelivery', 'Your license', id, 'sent', 1, sent, sent
      from (select email, id, now() - random() * interval '2 years' as sent from customers cross join generate_series(1, 2)) m`,
  ])
}
