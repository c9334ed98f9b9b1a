import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { sql } from '@payloadcms/db-postgres/drizzle'
import pg from 'pg'
import type { Payload } from 'payload'

import { withPayload } from '../scripts/support/payload'
import { migrate } from '../src/database/migrate'
import type { Queryable } from '../src/licensing/types'
import { type Metric, metrics } from '../src/statistics/metrics'
import { spanDays } from '../src/statistics/periods'
import { recount } from '../src/statistics/recount'
import { readNextToExpire } from '../src/statistics/repository/expiringLicenses'
import { readCounts } from '../src/statistics/repository/reading'
import { readTopCustomers } from '../src/statistics/repository/topCustomers'
import { createDatabase, startThrowAwayCluster } from '../tests/support/cluster'

/**
 * What the dashboard costs as the tables grow: counting everything, which the worker does in the background, and reading each widget's
 * figures. On a PostgreSQL of its own that is gone afterwards.
 *
 * node --conditions=production --import tsx bench/statistics.ts
 *
 * SIZES: how many licences, such as 10000,1000000; as many customers, three times as many activations, half as many failed attempts.
 */
const sizes = (process.env.SIZES ?? '10000,1000000').split(',').map(Number)
const counts = 5
const reads = 300

/** What each widget of the dashboard reads. */
const widgets: Record<string, (db: Queryable) => Promise<unknown>> = {
  'activations-over-time': (db) => read(db, [metrics.activations], metrics.activationsByDay),
  'customers-growth': (db) => read(db, [metrics.customers], metrics.customersByDay),
  'customers-new': (db) => read(db, [metrics.newCustomers]),
  'customers-top': (db) => readTopCustomers(db, 10),
  'customers-total': (db) => read(db, [metrics.customers]),
  'failed-attempts': (db) =>
    read(db, [metrics.attempts, metrics.attemptsByReason], metrics.attemptsByDay),
  'licenses-by-status': (db) => read(db, [metrics.licenses]),
  'licenses-expiring: figures': (db) => read(db, [metrics.licensesExpiring]),
  'licenses-expiring: next': (db) => readNextToExpire(db, { limit: 5, now: new Date() }),
}

const read = (db: Queryable, wanted: Metric[], metric?: Metric) =>
  readCounts(db, wanted, metric && { days: spanDays.week, metric })

const cluster = await startThrowAwayCluster()
try {
  await createDatabase(cluster, 'bench')
  Object.assign(process.env, {
    APP_ROOT: path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..'),
    DATABASE_URL: cluster.url('bench'),
    PAYLOAD_SECRET: randomBytes(32).toString('hex'),
    SERVER_URL: 'http://localhost:3000',
  })
  await withPayload(async (payload) => {
    await migrate(payload)
    const results: Map<string, string>[] = []
    for (const size of sizes) {
      await fill(size)
      results.push(await measure(payload))
    }
    print(results)
  })
} finally {
  await cluster.stop()
}
process.exit()

async function measure(payload: Payload): Promise<Map<string, string>> {
  const { drizzle } = payload.db as unknown as { drizzle: Queryable }
  const result = new Map<string, string>()
  result.set('recount', await timesOf(counts, () => recount(payload)))
  for (const [name, readOf] of Object.entries(widgets)) {
    result.set(name, await timesOf(reads, () => readOf(drizzle)))
  }
  const { rows } = await drizzle.execute(sql`select count(*) as count from statistics`)
  result.set('rows of statistics', String(rows[0]?.count))
  return result
}

/** The median and the slowest twentieth of some runs, in milliseconds. */
async function timesOf(runs: number, run: () => Promise<unknown>): Promise<string> {
  await run()
  const times: number[] = []
  for (let index = 0; index < runs; index += 1) {
    const start = performance.now()
    await run()
    times.push(performance.now() - start)
  }
  times.sort((one, other) => one - other)
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(1)
  return `${at(0.5)} / ${at(0.95)}`
}

function print(results: Map<string, string>[]): void {
  const row = (cells: string[]) =>
    console.log(
      cells.map((cell, index) => (index ? cell.padStart(18) : cell.padEnd(28))).join(' |'),
    )
  row(['ms, median / 95%', ...sizes.map((size) => `${size.toLocaleString('en')} licences`)])
  for (const name of results[0]?.keys() ?? []) {
    row([name, ...results.map((result) => result.get(name) ?? '')])
  }
}

/** Makes the tables anew, with rows over the last 1000 days. */
async function fill(size: number): Promise<void> {
  const client = new pg.Client({ connectionString: cluster.url('bench') })
  await client.connect()
  try {
    for (const statement of statements(size)) await client.query(statement)
  } finally {
    await client.end()
  }
}

function statements(size: number): string[] {
  const lately = `now() - random() * interval '1000 days'`
  return [
    `truncate products, customers, licenses, activations, failed_attempts, statistics, top_customers cascade`,
    `insert into products (name) values ('Bench')`,
    `insert into customers (client_id, email, name, confirmed_at, disabled_at, created_at)
      select 'C' || i, 'c' || i || '@example.com', 'Customer ' || i, case when i % 9 > 0 then now() end,
        case when i % 50 = 0 then now() end, ${lately}
      from generate_series(1, ${size}) as i`,
    `insert into licenses (product_id, code, code_key, customer_id, expires_at, is_valid, created_at)
      select p.id, 'L' || i, 'L' || i, 'C' || i, case when i % 3 > 0 then now() + (random() - 0.5) * interval '700 days' end,
        i % 20 > 0, ${lately}
      from products p, generate_series(1, ${size}) as i`,
    `insert into activations (license_id, product_id, license_code, customer_id, domain, activated_at, last_seen_at, is_active)
      select l.id, l.product_id, l.code, l.customer_id, n || '.example.com', ${lately}, now(), n < 3
      from licenses l, generate_series(1, 3) as n`,
    `insert into failed_attempts (action, reason, created_at)
      select 'verify', (array['expired', 'not_found', 'limit_reached'])[1 + i % 3], now() - random() * interval '90 days'
      from generate_series(1, ${size / 2}) as i`,
    `insert into top_customers (metric, period, product_id, rank, customer_id, licenses, products, activations)
      select m, 'all', p, row_number() over (partition by m, p), c.id, 9, 1, 9
      from (select id from customers order by id limit 1000) c, unnest(array['licenses', 'products', 'activations']) as m,
        (select null::uuid as p union all select id from products) as kinds`,
    `vacuum (analyze) customers`,
    `vacuum (analyze) licenses`,
    `vacuum (analyze) activations`,
    `vacuum (analyze) failed_attempts`,
    `vacuum (analyze) top_customers`,
  ]
}
