import { type ChildProcess, fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

import { buildWhenStale } from '../scripts/support/build'
import { withPayload } from '../scripts/support/payload'
import { createDatabase, startThrowAwayCluster } from '../tests/support/cluster'
import { endOf, logPlans, scansIn } from './support/plans'
import { metricsToken } from './support/scaleAdmin'
import { type NextCall, scaleCalls, scaleReads, type Shop } from './support/scaleCalls'
import { openShop } from './support/scaleShop'
import { serverFlags } from './support/serverFlags'
import { time } from './support/time'

/**
 * Times every page, list, widget, report and call over two sizes of the same shop, turn by turn, so that a busy moment of the machine meets both:
 *
 *   node --conditions=production --import tsx bench/scale.ts
 *
 * SIZES (10000,1000000): how many licences; a fifth as many customers, three times as many activations, and what they left in the logs. RUNS (40). ONLY=where,search times
 * nothing but the pages, lists and reading calls that have one of these in their name. PLANS=1 prints how PostgreSQL came to the rows of each call in the larger shop.
 */
const sizes = (process.env.SIZES ?? '10000,1000000').split(',').map(Number)
const runs = Number(process.env.RUNS ?? 40)
const only = process.env.ONLY?.split(',')
/** For ten seconds after they were written, settings are read anew for each question. */
const settlingMs = 10_000
const script = fileURLToPath(import.meta.url)
const root = path.resolve(path.dirname(script), '..')

if (process.send) {
  const [, , url = '', licenses = ''] = process.argv
  await withPayload(async (payload) => {
    const shop = await openShop(payload, url, Number(licenses))
    process.send?.(shop)
  })
  process.exit()
}

type Prepared = { calls: NextCall[]; env: NodeJS.ProcessEnv; url: string }
type Running = Prepared & { child: ChildProcess }

const uploads = mkdtempSync(path.join(tmpdir(), 'license-manager-scale-'))
const cluster = await startThrowAwayCluster()
const servers: Running[] = []
try {
  await buildWhenStale()
  const shops = []
  for (const size of sizes) shops.push(await prepare(size))
  // All at the same moment: what has just started is slower for a while.
  servers.push(...(await Promise.all(shops.map(start))))
  await setTimeout(settlingMs)
  await compare()
  if (process.env.PLANS) await explain(servers.at(-1) as Running)
} finally {
  for (const { child } of servers) child.kill('SIGTERM')
  await setTimeout(2000)
  await cluster.stop()
  rmSync(uploads, { force: true, recursive: true })
}
process.exit()

async function prepare(size: number): Promise<Prepared> {
  const name = `scale_${size}`
  const database = cluster.url(name)
  await createDatabase(cluster, name)
  const port = 20_000 + Math.floor(Math.random() * 20_000)
  const url = `http://localhost:${port}`
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    APP_ROOT: root,
    DATABASE_URL: database,
    HOST: '127.0.0.1',
    METRICS_TOKEN: metricsToken,
    NODE_ENV: 'production',
    PAYLOAD_SECRET: randomBytes(32).toString('hex'),
    PORT: String(port),
    SERVER_URL: url,
    TRUST_PROXY: '1',
    UPLOAD_DIR: path.join(uploads, name),
    WORKER: 'off',
  }
  const begin = performance.now()
  const shop = (await told(run(script, env, [database, String(size)]))) as Shop
  write(`${size} licences are there after ${((performance.now() - begin) / 1000).toFixed(0)} s`)
  const calls = only ? scaleReads(shop).filter(isAskedFor) : scaleCalls(shop)
  return { calls, env, url }
}

async function start(prepared: Prepared): Promise<Running> {
  return { ...prepared, child: await serve(prepared.env) }
}

function isAskedFor(next: NextCall): boolean {
  const { name } = next()
  return only?.some((part) => name.includes(part)) ?? true
}

function run(file: string, env: NodeJS.ProcessEnv, args: string[] = []): ChildProcess {
  return fork(file, args, {
    env,
    execArgv: [...serverFlags, '--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
}

async function serve(env: NodeJS.ProcessEnv): Promise<ChildProcess> {
  const child = run(path.join(root, 'dist/server.js'), env)
  await told(child)
  return child
}

/**
 * The first message of a process.
 *
 * @throws Error where it ends without one
 */
async function told(child: ChildProcess): Promise<unknown> {
  const ended = once(child, 'exit').then(() => Promise.reject(new Error('A process ended.')))
  ended.catch(() => undefined)
  const [message] = (await Promise.race([once(child, 'message'), ended])) as [unknown]
  return message
}

async function compare(): Promise<void> {
  write(`\n${'p50, p95 in ms'.padEnd(64)} | ${sizes.map(String).join(' | ')} | ratio of p50`)
  for (let index = 0; index < (servers[0]?.calls.length ?? 0); index += 1) {
    // One call that fails is told of, and takes none of the others with it.
    write(await compareOne(index).catch(failed))
  }
}

async function compareOne(index: number): Promise<string> {
  const times: number[][] = servers.map(() => [])
  let name = ''
  for (let turn = -8; turn < runs; turn += 1) {
    for (const [at, server] of servers.entries()) {
      const call = (server.calls[index] as NextCall)()
      const ms = await time(server.url, call)
      name = call.name
      if (turn >= 0) times[at]?.push(ms)
    }
  }
  const figures = times.map((each) => each.toSorted((one, other) => one - other))
  const of = (each: number[], share: number) => each[Math.floor(each.length * share)] ?? 0
  const ratio = of(figures.at(-1) ?? [], 0.5) / of(figures[0] ?? [], 0.5)
  return [
    name.padEnd(64),
    ...figures.map((each) => `${of(each, 0.5).toFixed(1)}, ${of(each, 0.95).toFixed(1)}`),
    ratio.toFixed(2),
  ].join(' | ')
}

function failed(error: unknown): string {
  process.exitCode = 1
  return `FAILED ${String(error)}`
}

/** In a server of its own: only new connections load what writes the plans. */
async function explain(server: Running): Promise<void> {
  const log = await logPlans(server.env.DATABASE_URL ?? '')
  server.child.kill('SIGTERM')
  await once(server.child, 'exit')
  server.child = await serve(server.env)
  write('\nHow rows are found')
  for (const next of server.calls) write(await waysOf(server.url, next, log).catch(failed))
}

async function waysOf(url: string, next: NextCall, log: string): Promise<string> {
  await time(url, next())
  const from = endOf(log)
  const call = next()
  await time(url, call)
  return `- ${call.name}: ${scansIn(log, from).join(', ')}`
}

function write(line: string): void {
  process.stdout.write(`${line}\n`)
}
