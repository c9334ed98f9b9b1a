import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Queryable } from '../../licensing/types'
import { metrics } from '../metrics'
import { daysAfter } from '../windows'
import { advisoryLocks } from '../../database/advisoryLocks'

const longestMs = String(5 * 60 * 1000)

/** Waits until nobody else counts; then nobody else does up to the end of the transaction. */
export async function holdCount(db: Queryable): Promise<void> {
  // The pool's limit is for requests. Here whole tables are counted, and nobody waits for it.
  await db.execute(sql`
    select set_config('statement_timeout', ${longestMs}, true), set_config('lock_timeout', ${longestMs}, true)`)
  await db.execute(sql`select pg_advisory_xact_lock(${advisoryLocks.countingStatistics}::bigint)`)
}

/**
 * Counts every table once and makes `statistics` say so: buckets that are new are added, others changed, those that vanished deleted.
 * One statement, so that all figures are of the same state. Days are UTC days whatever time zone the connection has. A licence is still
 * active in the moment that it expires in, and blocked wins over expired, as in `licensing/status`.
 *
 * @param now the moment to expire against and to count days from
 */
export async function writeCounts(db: Queryable, now: Date): Promise<void> {
  const at = (days: number) => sql`${daysAfter(now, days).toISOString()}::timestamptz`
  const names = Object.values(metrics).map((metric) => sql`${metric}`)
  await db.execute(sql`
    with customer_days as materialized (
      select (created_at at time zone 'UTC')::date as day, count(*) as total,
        count(confirmed_at) as confirmed, count(disabled_at) as disabled,
        count(*) filter (where created_at >= ${at(-7)}) as last_7,
        count(*) filter (where created_at < ${at(-7)} and created_at >= ${at(-14)}) as before_7,
        count(*) filter (where created_at >= ${at(-30)}) as last_30,
        count(*) filter (where created_at < ${at(-30)} and created_at >= ${at(-60)}) as before_30
      from customers group by 1
    ),
    activation_days as materialized (
      select (activated_at at time zone 'UTC')::date as day, count(*) as total, count(*) filter (where is_active) as active
      from activations group by 1
    ),
    attempt_days as materialized (
      select (created_at at time zone 'UTC')::date as day, reason, count(*) as total,
        count(*) filter (where created_at >= ${at(-7)}) as last_7,
        count(*) filter (where created_at < ${at(-7)} and created_at >= ${at(-14)}) as before_7,
        count(*) filter (where created_at >= ${at(-30)}) as last_30,
        count(*) filter (where created_at < ${at(-30)} and created_at >= ${at(-60)}) as before_30
      from failed_attempts group by 1, 2
    ),
    license_states as materialized (
      select count(*) filter (where is_valid is false) as blocked,
        count(*) filter (where is_valid is not false and expires_at < ${at(0)}) as expired,
        count(*) filter (where is_valid is not false and (expires_at is null or expires_at >= ${at(0)})) as active,
        count(*) filter (where is_valid is not false and expires_at >= ${at(0)} and expires_at < ${at(7)}) as within_7,
        count(*) filter (where is_valid is not false and expires_at >= ${at(0)} and expires_at < ${at(30)}) as within_30,
        count(*) filter (where is_valid is not false and expires_at >= ${at(0)} and expires_at < ${at(90)}) as within_90
      from licenses
    ),
    counts (metric, bucket, value) as materialized (
      select ${metrics.counted}::varchar, 'at'::varchar, ${now.getTime()}::numeric
      union all
      select ${metrics.customersByDay}, to_char(day, 'YYYY-MM-DD'), total from customer_days
      union all
      select ${metrics.activationsByDay}, to_char(day, 'YYYY-MM-DD'), total from activation_days
      union all
      select ${metrics.attemptsByDay}, to_char(day, 'YYYY-MM-DD'), sum(total) from attempt_days group by day
      union all
      select ${metrics.attemptsByReason}, reason, sum(last_30) from attempt_days where last_30 > 0 group by reason
      union all
      select metric, bucket, coalesce(value, 0) from (
        select sum(total) as total, sum(confirmed) as confirmed, sum(disabled) as disabled,
          sum(last_7) as last_7, sum(before_7) as before_7, sum(last_30) as last_30, sum(before_30) as before_30
        from customer_days
      ), lateral (values
        (${metrics.customers}, 'total', total), (${metrics.customers}, 'confirmed', confirmed),
        (${metrics.customers}, 'unconfirmed', total - confirmed), (${metrics.customers}, 'disabled', disabled),
        (${metrics.newCustomers}, '7', last_7), (${metrics.newCustomers}, '7before', before_7),
        (${metrics.newCustomers}, '30', last_30), (${metrics.newCustomers}, '30before', before_30)
      ) as figures (metric, bucket, value)
      union all
      select ${metrics.activations}, 'active', coalesce(sum(active), 0) from activation_days
      union all
      select metric, bucket, coalesce(value, 0) from (
        select sum(last_7) as last_7, sum(before_7) as before_7, sum(last_30) as last_30, sum(before_30) as before_30
        from attempt_days
      ), lateral (values
        (${metrics.attempts}, '7', last_7), (${metrics.attempts}, '7before', before_7),
        (${metrics.attempts}, '30', last_30), (${metrics.attempts}, '30before', before_30)
      ) as figures (metric, bucket, value)
      union all
      select metric, bucket, value from license_states, lateral (values
        (${metrics.licenses}, 'active', active), (${metrics.licenses}, 'blocked', blocked), (${metrics.licenses}, 'expired', expired),
        (${metrics.licensesExpiring}, '7', within_7), (${metrics.licensesExpiring}, '30', within_30),
        (${metrics.licensesExpiring}, '90', within_90)
      ) as figures (metric, bucket, value)
    ),
    gone as (
      delete from statistics s where s.metric in (${sql.join(names, sql`, `)})
        and not exists (select 1 from counts c where c.metric = s.metric and c.bucket = s.bucket)
    )
    insert into statistics (metric, bucket, value)
    select metric, bucket, value from counts
    on conflict (metric, bucket) do update set value = excluded.value, updated_at = now()
      where statistics.value <> excluded.value`)
}
