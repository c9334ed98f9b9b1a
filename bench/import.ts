import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'

import type { ImportKind } from '../collections/Imports/values'
import { closePayload } from '../src/database/close'
import { startCluster } from '../src/database/embedded'
import { migrate } from '../src/database/migrate'
import { guessMapping } from '../src/imports/mapping/guessMapping'
import { startCheck, startRun } from '../src/imports/planImport'
import { readUpload } from '../src/imports/readUpload'
import { findImport } from '../src/imports/repository/imports'
import { runImports } from '../src/imports/runImports'
import type { Queryable } from '../src/licensing/types'

/**
 * Imports customers, with invitations, and licences into a throw-away PostgreSQL, and prints how long each step takes and how much
 * memory the process came to:
 *
 *   NODE_OPTIONS=--conditions=production npx tsx bench/import.ts
 *
 * ROWS (100000) changes how many. The bar: 100,000 rows within 10 minutes and 1 GB.
 */
const rows = Number(process.env.ROWS ?? 100_000)
const folder = await mkdtemp(path.join(tmpdir(), 'license-manager-bench-'))
const cluster = await startCluster({ dataDir: path.join(folder, 'postgres') })
Object.assign(process.env, {
  DATABASE_URL: cluster.url('postgres'),
  PAYLOAD_SECRET: randomBytes(32).toString('hex'),
  SERVER_URL: 'http://localhost:3000',
})
const { getPayload } = await import('payload')
const { default: config } = await import('../payload.config')
const payload = await getPayload({ config })
try {
  await migrate(payload)
  await payload.create({
    collection: 'products',
    data: { name: 'Ledger', referenceId: 'LEDGER' },
  })
  write(`${rows} rows each`)
  write('kind      | read s | check s | write s | rows/s | peak MB')
  await measure('customers', customers())
  await measure('licenses', licenses())
} finally {
  await closePayload(payload)
  await cluster.stop()
  rmSync(folder, { force: true, recursive: true })
}
process.exit()

async function measure(kind: ImportKind, lines: Generator<string>): Promise<void> {
  const { drizzle } = payload.db as unknown as { drizzle: Queryable }
  const started = performance.now()
  const source = Readable.from(pieces(lines))
  const id = await readUpload(payload, { filename: 'bench.csv', kind, source, startedBy: null })
  const read = performance.now()
  const headings = (await findImport(drizzle, id))?.headings ?? []
  const { mapping } = guessMapping(kind, headings)
  await startCheck(payload, id, { mapping, mode: 'upsert', options: { invites: true } })
  await runImports(payload, new AbortController().signal)
  const checked = performance.now()
  await startRun(payload, id)
  await runImports(payload, new AbortController().signal)
  const done = performance.now()
  const found = await findImport(drizzle, id)
  if (found?.counts.created !== rows) throw new Error(`Not all were made: ${JSON.stringify(found)}`)
  const seconds = (from: number, to: number) => ((to - from) / 1000).toFixed(1)
  write(
    [
      kind.padEnd(9),
      seconds(started, read).padStart(6),
      seconds(read, checked).padStart(7),
      seconds(checked, done).padStart(7),
      (rows / ((done - checked) / 1000)).toFixed(0).padStart(6),
      (process.resourceUsage().maxRSS / 1024).toFixed(0).padStart(7),
    ].join(' | '),
  )
}

/** Lines in pieces as they come over the network. */
function* pieces(lines: Generator<string>): Generator<Buffer> {
  let piece = ''
  for (const line of lines) {
    piece += line
    if (piece.length < 64 * 1024) continue
    yield Buffer.from(piece)
    piece = ''
  }
  yield Buffer.from(piece)
}

function* customers(): Generator<string> {
  yield 'client id,name,email,language,created at\n'
  for (let index = 0; index < rows; index += 1) {
    yield `C-${index},Customer ${index},customer-${index}@example.com,de,2024-02-03 04:05:06\n`
  }
}

function* licenses(): Generator<string> {
  yield 'code,product,type,client id,email,parallel uses,expires at,domains,comments\n'
  for (let index = 0; index < rows; index += 1) {
    yield `KEY-${index},LEDGER,subscription,C-${index},customer-${index}@example.com,3,2030-01-31,"a${index}.example, *.b${index}.example",Bought in the shop\n`
  }
}

function write(line: string): void {
  process.stdout.write(`${line}\n`)
}
