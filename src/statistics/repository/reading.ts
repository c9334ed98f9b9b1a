import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Queryable } from '../../licensing/types'
import { type Metric, metrics } from '../metrics'

/** What was counted, of one recount. */
export type Counts = {
  /** Null where nothing was counted yet. */
  countedAt: Date | null
  /** The buckets of a metric by their names. */
  of: (metric: Metric) => ReadonlyMap<string, number>
}

/** A metric by day, and how many days before the recount it is wanted from. */
export type DaysOf = { days: number; metric: Metric }

/**
 * Reads metrics as a whole, and one by day as far back as it is wanted. One statement, so that all is of one recount. What it costs
 * grows with the days that are asked for, not with what was counted.
 */
export async function readCounts(
  db: Queryable,
  wanted: readonly Metric[],
  byDay?: DaysOf,
): Promise<Counts> {
  const names = [metrics.counted, ...wanted].map((metric) => sql`${metric}`)
  const days = byDay
    ? sql`or metric = ${byDay.metric} and bucket >= (
        select to_char(to_timestamp(value / 1000) at time zone 'UTC' - make_interval(days => ${byDay.days}), 'YYYY-MM-DD')
        from statistics where metric = ${metrics.counted} and bucket = 'at')`
    : sql``
  const { rows } = await db.execute(sql`
    select metric, bucket, value from statistics where metric in (${sql.join(names, sql`, `)}) ${days}`)
  const byMetric = new Map<string, Map<string, number>>()
  for (const { bucket, metric, value } of rows) {
    const buckets = byMetric.get(metric as string) ?? new Map<string, number>()
    byMetric.set(metric as string, buckets.set(bucket as string, Number(value)))
  }
  const at = byMetric.get(metrics.counted)?.get('at')
  return {
    countedAt: at === undefined ? null : new Date(at),
    of: (metric) => byMetric.get(metric) ?? new Map<string, number>(),
  }
}
