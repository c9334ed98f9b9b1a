import { totalmem } from 'node:os'

import { buildWhenStale } from '../scripts/support/build'
import { startThrowAwayCluster } from '../tests/support/cluster'
import { type ApiShop, openApiShop } from './support/apiShop'
import { type Call, callsOf } from './support/calls'
import { type Figures, fire } from './support/load'

/**
 * The licensing API beside a bare server that runs the same queries, and beside Payload's own REST, in one run on one machine. On a
 * PostgreSQL of its own that is gone afterwards.
 *
 *   npm run bench                      a table
 *   npm run bench -- --json            one JSON object of the same figures
 *
 * LICENSES (100000); several, as in 100000,1000000, are asked turn by turn, so that a busy moment of the machine meets all of them.
 * SECONDS (4) for each figure, ROUNDS (3) of which the middle one counts, CONNECTIONS (10,50). WARM_UP (15) seconds of each call come first: a
 * server that runs for a while has compiled what it runs. ONLY=verify leaves out the calls whose
 * names do not hold the word.
 */
const sizes = (process.env.LICENSES ?? '100000').split(',').map(Number)
const seconds = Number(process.env.SECONDS ?? 4)
const rounds = Number(process.env.ROUNDS ?? 3)
const warmUp = Number(process.env.WARM_UP ?? 15)
const only = process.env.ONLY ?? ''
const widths = (process.env.CONNECTIONS ?? '10,50').split(',').map(Number)
const isJson = process.argv.includes('--json')

// A quarter of the memory, as PostgreSQL's manual advises for its own machine: by default it is a server for a few rows.
const buffers = `shared_buffers=${Math.floor(totalmem() / 4 / 1024 ** 2)}MB`
const cluster = await startThrowAwayCluster([buffers])
const shops: ApiShop[] = []
try {
  await buildWhenStale()
  for (const size of sizes) shops.push(await openApiShop(cluster, size))
  report(await measure())
} finally {
  for (const child of shops.flatMap(({ children }) => children)) child.kill('SIGTERM')
  await cluster.stop()
}
process.exit()

type Row = { connections: number; licenses: number; name: string } & Figures

async function measure(): Promise<Row[]> {
  const rows: Row[] = []
  for (const [, next, isGood, pid] of inTurns(callsOfShops())) {
    await fire({ connections: widths[0] ?? 1, pid, seconds: warmUp }, next, isGood)
  }
  for (const connections of widths) {
    const calls = callsOfShops()
    const measured = new Map<Call, Figures[]>()
    for (let round = 0; round < rounds; round += 1) {
      for (const call of inTurns(calls)) {
        const [, next, isGood, pid] = call
        await fire({ connections, pid, seconds: 1 }, next, isGood)
        const figures = await fire({ connections, pid, seconds }, next, isGood)
        measured.set(call, [...(measured.get(call) ?? []), figures])
      }
    }
    for (const [index, licenses] of sizes.entries()) {
      for (const call of calls[index] ?? []) {
        rows.push({ connections, licenses, name: call[0], ...middle(measured.get(call) ?? []) })
      }
    }
  }
  return rows
}

/** The calls that are wanted, by shop. */
function callsOfShops(): Call[][] {
  return shops.map((shop) => callsOf(shop).filter(([name]) => name.includes(only)))
}

/** The first call of each shop, then the second of each, and so on. */
function inTurns(calls: Call[][]): Call[] {
  return (calls[0] ?? []).flatMap((_, index) => calls.flatMap((own) => own.slice(index, index + 1)))
}

/** The round in the middle by throughput: a machine that was busy for a while spoils one, not all. Failures are summed up. */
function middle(figures: Figures[]): Figures {
  const sorted = figures.toSorted((one, other) => one.perSecond - other.perSecond)
  const failed = figures.reduce((sum, one) => sum + one.failed, 0)
  return { ...(sorted[Math.floor(sorted.length / 2)] as Figures), failed }
}

function report(rows: Row[]): void {
  const of = (connections: number, licenses: number, name: string) =>
    rows.find(
      (row) => row.connections === connections && row.licenses === licenses && row.name === name,
    )
  const each = widths.flatMap((connections) => sizes.map((licenses) => ({ connections, licenses })))
  const ratios = each.map(({ connections, licenses }) => {
    const ratio = (figure: 'p99' | 'perSecond', one: string, other: string) =>
      quotient(of(connections, licenses, one)?.[figure], of(connections, licenses, other)?.[figure])
    return {
      connections,
      licenses,
      verify: ratio('perSecond', 'ours: verify', 'bare: verify'),
      verifyP99: ratio('p99', 'ours: verify', 'bare: verify'),
      verifyToPayload: ratio('perSecond', 'ours: verify', 'Payload REST: read'),
      verifyToPayloadDepth0: ratio('perSecond', 'ours: verify', 'Payload REST: depth=0'),
      verifyToPayloadFind: ratio('perSecond', 'ours: verify', 'Payload REST: find'),
      activate: ratio('perSecond', 'ours: activate', 'bare: activate'),
      deactivate: ratio('perSecond', 'ours: deactivate', 'bare: deactivate'),
    }
  })
  const [first = 0] = sizes
  const toFirst = each
    .filter(({ licenses }) => licenses !== first)
    .map(({ connections, licenses }) => {
      const ratio = (name: string) =>
        quotient(
          of(connections, licenses, name)?.perSecond,
          of(connections, first, name)?.perSecond,
        )
      const names = [...new Set(rows.map(({ name }) => name))]
      const throughput = Object.fromEntries(names.map((name) => [name, ratio(name)]))
      return { connections, licenses, besides: first, throughput }
    })
  if (isJson) return write(JSON.stringify({ sizes, ratios, toFirst, rounds, rows, seconds }))
  write(`${rounds} rounds of ${seconds} s, the middle one`)
  write(
    'connections | licences | call                  | calls/s | median ms | p99 ms | server µs | failed',
  )
  for (const { connections, cpu, failed, licenses, median, name, p99, perSecond } of rows) {
    write(
      [
        String(connections).padStart(11),
        String(licenses).padStart(8),
        name.padEnd(21),
        perSecond.toFixed(0).padStart(7),
        median.toFixed(1).padStart(9),
        p99.toFixed(1).padStart(6),
        (cpu?.toFixed(0) ?? '').padStart(9),
        String(failed).padStart(6),
      ].join(' | '),
    )
  }
  for (const ratio of [...ratios, ...toFirst]) write(JSON.stringify(ratio))
}

function quotient(above: number | undefined, below: number | undefined): number | undefined {
  return above && below ? Math.round((above / below) * 100) / 100 : undefined
}

function write(line: string): void {
  process.stdout.write(`${line}\n`)
}
