import { randomBytes } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'

import { sql } from '@payloadcms/db-postgres/drizzle'
import { createLocalReq, getPayload, type PayloadRequest, type TypedUser } from 'payload'

import { closePayload } from '../src/database/close'
import { migrate } from '../src/database/migrate'
import type { Database } from '../src/licensing/types'
import { findTopCustomers } from '../src/reports/findTopCustomers'
import { rankCustomers } from '../src/reports/rankCustomers'
import { metrics, periods } from '../src/reports/types'
import { parseTerm } from '../src/search/parseTerm'
import { searchAdmin } from '../src/search/searchAdmin'
import { createDatabase, startThrowAwayCluster } from '../tests/support/cluster'
import { seedShop } from './support/seedShop'

/**
 * Measures the report of top customers and the search of the admin panel over a million licences, in a database that is thrown away:
 *
 *   NODE_OPTIONS=--conditions=production npx tsx bench/reports.ts
 *
 * LICENSES (1000000), CUSTOMERS (200000), PRODUCTS (50) and RUNS (100) change how much. Activations are one and a half times the
 * licences. With TEST_DATABASE_URL it runs on that server.
 */
const licenses = Number(process.env.LICENSES ?? 1_000_000)
const customers = Number(process.env.CUSTOMERS ?? 200_000)
const products = Number(process.env.PRODUCTS ?? 50)
const runs = Number(process.env.RUNS ?? 100)

const cluster = await startThrowAwayCluster()
const name = `bench_${randomBytes(4).toString('hex')}`
await createDatabase(cluster, name)
Object.assign(process.env, {
  DATABASE_URL: cluster.url(name),
  PAYLOAD_SECRET: randomBytes(32).toString('hex'),
  SERVER_URL: 'http://localhost:3000',
})
const { default: config } = await import('../payload.config')
const payload = await getPayload({ config })
try {
  await migrate(payload)
  const { drizzle: db } = payload.db as unknown as { drizzle: Database }
  await timed(`seed ${licenses} licences, ${customers} customers, ${products} products`, () =>
    seedShop(cluster.url(name), db, { customers, licenses, products }),
  )
  await timed('recount, the first', () => rankCustomers(payload))
  await timed('recount, again', () => rankCustomers(payload))
  const { rows } = await db.execute(sql`select count(*) as count from top_customers`)
  write(`ranks kept: ${String(rows[0]?.count)}`)
  await measureReport(db)
  await measureSearch()
  await measureLists()
} finally {
  await closePayload(payload)
  await setTimeout(200)
  await cluster.stop()
}
process.exit(0)

async function measureReport(db: Database): Promise<void> {
  const req = await adminRequest()
  const { rows } = await db.execute(
    sql`select id from products where reference_id in ('P1', ${`P${products}`}) order by reference_id`,
  )
  const ids = [null, ...rows.map(({ id }) => id as string)]
  write('\nreport: a page of 25         | p50 ms | p95 ms | max ms')
  for (const metric of metrics) {
    for (const product of metric === 'products' ? [null] : ids) {
      const label = `by ${metric}, ${product ? 'a product' : 'all products'}`
      await measure(label, (run) => {
        const period = periods[run % periods.length] ?? 'all'
        const offset = 25 * (run % 40)
        return findTopCustomers(req, { metric, period, product }, { limit: 25, offset })
      })
    }
  }
}

async function measureSearch(): Promise<void> {
  const req = await adminRequest()
  const someone = () => 1 + Math.floor(Math.random() * customers)
  const terms: [string, (run: number) => string][] = [
    ['an address', () => `user${someone()}@`],
    ['a Client ID', () => `CUST-${someone()}`],
    ['an invoice', () => `inv-${someone()}`],
    ['part of a code', () => Math.random().toString(16).slice(2, 8)],
    ['part of a domain', () => `${Math.random().toString(16).slice(2, 6)}-1.exam`],
    ['three letters', (run) => ['abc', 'ada', 'f00', '123', 'ser'][run % 5] ?? ''],
    ['two letters', (run) => ['ab', 'gr', 'us', 'in', 'f0'][run % 5] ?? ''],
    ['in every row', (run) => ['example', '.com', 'user', 'inv-'][run % 4] ?? ''],
    ['in none', () => `zz${Math.random().toString(36).slice(2, 8)}qq`],
    ['common parts, in none', () => 'example.com.example.com'],
    ['no letters', (run) => ['%%%', '___', '\\\\\\', '---', '%_%'][run % 5] ?? ''],
  ]
  write('\nsearch                       | p50 ms | p95 ms | max ms')
  for (const [label, term] of terms) {
    await measure(label, (run) =>
      searchAdmin(req, parseTerm(term(run)) ?? { isPrefix: true, text: 'ab' }),
    )
  }
}

async function measureLists(): Promise<void> {
  const req = await adminRequest()
  write("\nPayload's own list search    | p50 ms | p95 ms | max ms")
  const fields = {
    customers: ['name', 'email', 'clientId'],
    licenses: ['code', 'customerId', 'email', 'invoice'],
  }
  for (const collection of ['customers', 'licenses'] as const) {
    await measure(`${collection}: an address`, () => {
      const like = `user${1 + Math.floor(Math.random() * customers)}@`
      const where = { or: fields[collection].map((field) => ({ [field]: { like } })) }
      return payload.find({ collection, limit: 10, overrideAccess: false, req, where })
    })
  }
}

async function measure(label: string, one: (run: number) => Promise<unknown>): Promise<void> {
  const times: number[] = []
  for (let run = -3; run < runs; run += 1) {
    const start = performance.now()
    await one(Math.max(run, 0))
    if (run >= 0) times.push(performance.now() - start)
  }
  times.sort((a, b) => a - b)
  const at = (share: number) =>
    (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0)
      .toFixed(1)
      .padStart(6)
  write(`${label.padEnd(28)} | ${at(0.5)} | ${at(0.95)} | ${at(1)}`)
}

async function adminRequest(): Promise<PayloadRequest> {
  const user = { id: '00000000-0000-4000-8000-000000000000', collection: 'users' } as TypedUser
  return createLocalReq({ user }, payload)
}

async function timed(label: string, work: () => Promise<unknown>): Promise<void> {
  const start = performance.now()
  await work()
  write(`${label}: ${((performance.now() - start) / 1000).toFixed(1)} s`)
}

function write(line: string): void {
  process.stdout.write(`${line}\n`)
}
