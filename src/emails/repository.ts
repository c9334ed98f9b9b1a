import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Queryable } from '../licensing/types'

/** A mail that is to be sent now. */
export type ClaimedMail = {
  attempts: number
  customer: null | string
  data: unknown
  id: string
  template: string
  to: string
}

/** After so many seconds a try that neither sent nor failed counts as broken off: its process died. */
const leaseSeconds = 180

/**
 * Takes a mail for sending. One statement decides, so that of several workers one gets it.
 *
 * @returns `done` when there is nothing to send any more, `busy` while another one is at it
 */
export async function claimMail(db: Queryable, id: string): Promise<'busy' | 'done' | ClaimedMail> {
  const { rows } = await db.execute(sql`
    update mails set attempts = attempts + 1, last_error = null, updated_at = now()
    where id = ${id} and status = 'queued' and (attempts = 0 or last_error is not null
      or updated_at < now() - make_interval(secs => ${leaseSeconds}))
    returning id, template, customer_id, data, attempts, "to"`)
  const row = rows[0]
  if (!row) {
    const { rows: waiting } = await db.execute(
      sql`select 1 from mails where id = ${id} and status = 'queued'`,
    )
    return waiting.length > 0 ? 'busy' : 'done'
  }
  return {
    attempts: Number(row.attempts),
    customer: row.customer_id as null | string,
    data: row.data,
    id: row.id as string,
    template: row.template as string,
    to: row.to as string,
  }
}

/** Notes that a mail was handed over. */
export async function markSent(
  db: Queryable,
  id: string,
  { messageId, subject }: { messageId: string; subject: string },
): Promise<void> {
  await db.execute(sql`
    update mails set status = 'sent', sent_at = now(), message_id = ${messageId}, subject = ${subject},
      last_error = null, updated_at = now()
    where id = ${id}`)
}

/** Notes that a mail makes no sense any more. */
export async function markSkipped(db: Queryable, id: string, reason: string): Promise<void> {
  await db.execute(sql`
    update mails set status = 'skipped', last_error = ${reason}, updated_at = now() where id = ${id}`)
}

/** Notes why a mail was not taken, and whether that was the last try. */
export async function markFailed(
  db: Queryable,
  id: string,
  { error, isLast }: { error: string; isLast: boolean },
): Promise<void> {
  await db.execute(sql`
    update mails set last_error = ${error}, status = ${isLast ? 'failed' : 'queued'}, updated_at = now()
    where id = ${id}`)
}

/** How many mails wait to be sent and how many were given up, for the notice to administrators. */
export async function countMails(db: Queryable): Promise<{ failed: number; queued: number }> {
  const { rows } = await db.execute(sql`
    select count(*) filter (where status = 'queued') as queued, count(*) filter (where status = 'failed') as failed
    from mails where status in ('queued', 'failed')`)
  return { failed: Number(rows[0]?.failed ?? 0), queued: Number(rows[0]?.queued ?? 0) }
}
