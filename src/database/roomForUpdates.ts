import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Queryable } from '../licensing/types'

/**
 * Has PostgreSQL leave a fifth of each page of activations free. The note that an installation was seen then fits beside its row, and
 * no index learns of it; on a full page the row moves elsewhere, and each of the table's 15 indexes gets one more entry. A share that somebody set
 * themselves stays. Rows from before get their room as they are written. Who may not change the table, or finds it held by a VACUUM, goes on
 * without: the next start tries again.
 *
 * @param db a transaction
 */
export async function ensureRoomForUpdates(db: Queryable): Promise<void> {
  await db.execute(sql`
    do $$ begin
      if not exists (
        select from pg_class, unnest(reloptions) as option where oid = 'activations'::regclass and option like 'fillfactor=%'
      ) then
        perform set_config('lock_timeout', '2s', true);
        alter table activations set (fillfactor = 80);
      end if;
    exception
      when insufficient_privilege or lock_not_available then
        raise warning 'Activations have no room for updates: %', sqlerrm;
    end $$`)
}
