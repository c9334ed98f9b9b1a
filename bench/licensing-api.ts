import { fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'

import { buildWhenStale } from '../scripts/support/build'
import { withPayload } from '../scripts/support/payload'
import { migrate } from '../src/database/migrate'
import { createTokenSigner } from '../src/licensing/token'
import type { Database } from '../src/licensing/types'
import { createDatabase, startThrowAwayCluster } from '../tests/support/cluster'
import { type Call, callsOf, type Installed } from './support/calls'
import { type Figures, fire } from './support/load'
import { seedShop } from './support/seedShop'

/**
 * The licensing API beside a bare server that runs the same queries, and beside Payload's own REST, in one run on one machine. On a
 * PostgreSQL of its own that is gone afterwards.
 *
 *   npm run bench                      a table
 *   npm run bench -- --json            one JSON object of the same figures
 *
 * LICENSES (100000), SECONDS (4) for each figure, ROUNDS (3) of which the middle one counts, CONNECTIONS (10,50). ONLY=verify leaves out
 * the calls whose names do not hold the word.
 */
const licenses = Number(process.env.LICENSES ?? 100_000)
const seconds = Number(process.env.SECONDS ?? 4)
const rounds = Number(process.env.ROUNDS ?? 3)
const only = process.env.ONLY ?? ''
const widths = (process.env.CONNECTIONS ?? '10,50').split(',').map(Number)
const isJson = process.argv.includes('--json')

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const secret = randomBytes(32).toString('hex')
const port = 20_000 + Math.floor(Math.random() * 20_000)
const urls = { bare: `http://127.0.0.1:${port + 1}`, ours: `http://localhost:${port}/api` }

const cluster = await startThrowAwayCluster()
try {
  await createDatabase(cluster, 'bench')
  Object.assign(process.env, {
    APP_ROOT: root,
    DATABASE_URL: cluster.url('bench'),
    NODE_ENV: 'production',
    PAYLOAD_SECRET: secret,
    SERVER_URL: `http://localhost:${port}`,
  })
  await buildWhenStale()
  const prepared = await withPayload(prepare)
  const children = [
    await start(path.join(root, 'dist/server.js'), port),
    await start(path.join(root, 'bench/support/bare.ts'), port + 1),
  ]
  try {
    report(await measure(prepared))
  } finally {
    for (const child of children) child.kill('SIGTERM')
  }
} finally {
  await cluster.stop()
}
process.exit()

type Prepared = { installed: Installed[]; key: string; secret: string; token: string }

async function prepare(payload: Payload): Promise<Prepared> {
  await migrate(payload)
  const { drizzle } = payload.db as unknown as { drizzle: Database }
  const size = { customers: Math.ceil(licenses / 5), licenses, products: 20 }
  await seedShop(cluster.url('bench'), drizzle, size)
  await payload.updateGlobal({
    slug: 'settings',
    data: { rateLimitPerMinute: 1_000_000 },
  })
  const made = await payload.create({
    collection: 'api-keys',
    data: { kind: 'external', name: 'Bench' },
  })
  const login = { email: 'bench@example.com', password: randomBytes(12).toString('hex') }
  await payload.create({ collection: 'users', data: login })
  const { token = '' } = await payload.login({ collection: 'users', data: login })
  const { rows } = await drizzle.execute(sql`
    select a.id as activation, l.code, l.code_key, a.domain, l.id as license, p.id as product, p.reference_id as reference
    from activations a join licenses l on l.id = a.license_id join products p on p.id = l.product_id
    where a.is_active order by md5(a.id::text) limit 20000`)
  const { key } = made as unknown as { key: string }
  return { installed: rows as Installed[], key, secret: payload.secret, token }
}

async function start(file: string, own: number) {
  const child = fork(file, {
    env: { ...process.env, HOST: '127.0.0.1', PORT: String(own) },
    execArgv: ['--conditions=production', '--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve())
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}.`)))
  })
  return child
}

type Row = { connections: number; name: string } & Figures

async function measure({ installed, key, secret: signing, token }: Prepared): Promise<Row[]> {
  const signer = createTokenSigner(signing)
  const rows: Row[] = []
  for (const connections of widths) {
    const calls = callsOf({ installed, key, signer, token, urls })
    const measured = new Map<string, Figures[]>()
    for (let round = 0; round < rounds; round += 1) {
      for (const [name, next, isGood] of calls.filter(isWanted)) {
        await fire({ connections, seconds: 1 }, next, isGood)
        const figures = await fire({ connections, seconds }, next, isGood)
        measured.set(name, [...(measured.get(name) ?? []), figures])
      }
    }
    for (const [name, figures] of measured) rows.push({ connections, name, ...middle(figures) })
  }
  return rows
}

function isWanted([name]: Call): boolean {
  return name.includes(only)
}

/** The round in the middle by throughput: a machine that was busy for a while spoils one, not all. Failures are summed up. */
function middle(figures: Figures[]): Figures {
  const sorted = figures.toSorted((one, other) => one.perSecond - other.perSecond)
  const failed = figures.reduce((sum, one) => sum + one.failed, 0)
  return { ...(sorted[Math.floor(sorted.length / 2)] as Figures), failed }
}

function report(rows: Row[]): void {
  const of = (connections: number, name: string) =>
    rows.find((row) => row.connections === connections && row.name === name)
  const ratios = widths.map((connections) => {
    const ratio = (figure: 'p99' | 'perSecond', one: string, other: string) => {
      const [above, below] = [of(connections, one)?.[figure], of(connections, other)?.[figure]]
      return above && below ? round(above / below) : undefined
    }
    const throughput = (one: string, other: string) => ratio('perSecond', one, other)
    return {
      activate: throughput('ours: activate', 'bare: activate'),
      connections,
      deactivate: throughput('ours: deactivate', 'bare: deactivate'),
      verify: throughput('ours: verify', 'bare: verify'),
      verifyP99: ratio('p99', 'ours: verify', 'bare: verify'),
      verifyToPayload: throughput('ours: verify', 'Payload REST: read'),
    }
  })
  if (isJson) return write(JSON.stringify({ licenses, ratios, rounds, rows, seconds }))
  write(`${licenses} licences, ${rounds} rounds of ${seconds} s, the middle one`)
  write('connections | call                | calls/s | median ms | p99 ms | failed')
  for (const { connections, failed, median, name, p99, perSecond } of rows) {
    write(
      [
        String(connections).padStart(11),
        name.padEnd(19),
        perSecond.toFixed(0).padStart(7),
        median.toFixed(1).padStart(9),
        p99.toFixed(1).padStart(6),
        String(failed).padStart(6),
      ].join(' | '),
    )
  }
  for (const ratio of ratios) write(JSON.stringify(ratio))
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}

function write(line: string): void {
  process.stdout.write(`${line}\n`)
}
