import { Gauge, type Registry } from 'prom-client'

/** A pool of connections, as pg's is. */
export type MeasuredPool = {
  idleCount: number
  query: (text: string) => Promise<{ rows: Count[] }>
  totalCount: number
  waitingCount: number
}

type Count = { count: number; queue: string; state: string }

const statement = `
  select coalesce(queue, 'default') as queue,
    case when has_error then 'failed' when processing then 'running' else 'waiting' end as state, count(*)::int
  from payload_jobs where completed_at is null group by 1, 2
  union all
  select 'mails', status::text, count(*)::int from mails where status in ('queued', 'failed') group by 2
  union all
  select 'webhooks', status::text, count(*)::int from webhook_deliveries where status in ('queued', 'failed') group by 2`

/**
 * Gauges of what waits in the database.
 *
 * @returns reads them anew; never throws
 */
export function gatherDatabase(pool: MeasuredPool, registers: Registry[]): () => Promise<void> {
  const isUp = new Gauge({
    help: 'Whether the database answered when the metrics were read.',
    name: 'license_manager_database_up',
    registers,
  })
  const queues = new Gauge({
    help: 'Jobs, mails and webhooks that wait, run or have failed. Every process on a database reports the same.',
    labelNames: ['queue', 'state'],
    name: 'license_manager_queue',
    registers,
  })
  return async () => {
    queues.reset()
    try {
      const { rows } = await pool.query(statement)
      isUp.set(1)
      for (const { count, queue, state } of rows) queues.set({ queue, state }, count)
    } catch {
      isUp.set(0)
    }
  }
}
