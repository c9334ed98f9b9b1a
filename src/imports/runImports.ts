import type { Payload } from 'payload'

import { readSettings } from '../../collections/Settings/getSettings'
import { nameActor } from '../licensing/actor'
import { inTransaction } from '../licensing/repository/transaction'
import type { Database } from '../licensing/types'
import { reasonOf } from './reasonOf'
import { batchSize } from './limits'
import {
  failInterrupted,
  findWaitingImport,
  isFresh,
  type ImportRow,
  lockImport,
  noCounts,
  updateImport,
} from './repository/imports'
import { findRowsAfter, writeResults } from './repository/rows'
import type { Problem } from './rows/problems'
import type { KnownKeys, RowResult, WriteContext } from './write/target'
import { writeKind } from './write/writeKind'

/**
 * Checks and writes the rows of imports that wait, until there are none or it is told to stop. It may be cut off at any point and be
 * done by several processes: what a batch writes, what is noted of its rows and how far the import is are one transaction, which
 * holds the import.
 */
export async function runImports(payload: Payload, signal: AbortSignal): Promise<void> {
  const db = databaseOf(payload)
  await failInterrupted(db, JSON.stringify({ code: 'interrupted', values: {} }))
  for (;;) {
    const id = signal.aborted ? null : await findWaitingImport(db)
    if (!id) return
    if ((await runImport(payload, id, signal)) === 'busy') return
  }
}

/** How far an import is; `busy` where another process is checking it; null where there is nothing more to do. */
type Progress = 'busy' | null | number

/** A check begins anew where it was cut off: what it knew of earlier rows is gone, and it has written nothing. */
async function runImport(payload: Payload, id: string, signal: AbortSignal): Promise<Progress> {
  const wouldBe = new Set<string>()
  let at: null | number = null
  while (!signal.aborted) {
    const progress = await runBatch(payload, id, { at, wouldBe })
    if (typeof progress !== 'number') return progress
    at = progress
  }
  return at
}

type BatchState = {
  /** Where this process left the import; null at the start. */
  at: null | number
  wouldBe: Set<string>
}

async function runBatch(payload: Payload, id: string, state: BatchState): Promise<Progress> {
  try {
    return await runRows(payload, id, { ...state, limit: batchSize })
  } catch (error) {
    if (isTransient(error)) throw waiting(error)
    const reason = reasonOf(error)
    payload.logger.warn({ id, msg: 'A batch of an import failed; its rows go one by one', reason })
  }
  let { at } = state
  for (let count = 0; count < batchSize; count += 1) {
    const progress = await runSingle(payload, id, { at, wouldBe: state.wouldBe })
    if (typeof progress !== 'number') return progress
    at = progress
  }
  return at
}

/** One row that cannot be stored does not hold up the others. */
async function runSingle(payload: Payload, id: string, state: BatchState): Promise<Progress> {
  try {
    return await runRows(payload, id, { ...state, limit: 1 })
  } catch (error) {
    if (isTransient(error)) throw waiting(error)
    const reason = reasonOf(error)
    payload.logger.error({ id, msg: 'A row of an import could not be stored', reason })
    return runRows(payload, id, { ...state, givesUp: true, limit: 1 })
  }
}

async function runRows(
  payload: Payload,
  id: string,
  { at, givesUp = false, limit, wouldBe }: BatchState & { givesUp?: boolean; limit: number },
): Promise<Progress> {
  const { licenseCodeFormat } = await readSettings(payload)
  const added = new Set<string>()
  const keys: KnownKeys = {
    add: (key) => added.add(key),
    has: (key) => added.has(key) || wouldBe.has(key),
  }
  const progress = await inTransaction<Progress>(databaseOf(payload), async (db) => {
    const found = await lockImport(db, id)
    if (!found?.plan || (found.status !== 'checking' && found.status !== 'running')) return null
    // An import that somebody brought in is theirs, whoever does the work.
    if (found.startedBy) {
      await nameActor(db, { id: null, ip: null, kind: 'admin', label: found.startedBy })
    }
    const isCheck = found.status === 'checking'
    // Two that check the same import would have each other begin anew without end.
    if (isCheck && at !== null && found.processed !== at) return 'busy'
    if (isCheck && at === null && found.processed > 0 && (await isFresh(db, id))) return 'busy'
    const from = isCheck && at === null ? 0 : found.processed
    const counts = { ...(from === 0 ? noCounts : found.counts) }
    const rows = await findRowsAfter(db, id, from, limit)
    const context: WriteContext = { codeFormat: licenseCodeFormat, options: found.plan.options }
    const results = givesUp
      ? rows.map(({ number }) => unstorable(number))
      : await writeKind(db, found, rows, { context, wouldBe: isCheck ? keys : null })
    for (const { outcome } of results) counts[outcome] += 1
    await writeResults(db, id, results, isCheck ? null : secretColumnOf(found))
    const processed = rows.at(-1)?.number ?? found.total
    await updateImport(db, id, { counts, processed, ...endOf(found, processed) })
    return processed < found.total ? processed : null
  })
  for (const key of added) wouldBe.add(key)
  return progress
}

function endOf({ status, total }: ImportRow, processed: number) {
  if (processed < total) return {}
  return status === 'checking'
    ? { status: 'checked' as const }
    : { isFinished: true, status: 'done' as const }
}

function secretColumnOf({ kind, plan }: ImportRow): null | number {
  return kind === 'customers' ? (plan?.mapping.passwordHash ?? null) : null
}

function unstorable(number: number): RowResult {
  const problem: Problem = { code: 'storing', field: null }
  return { document: null, number, outcome: 'failed', problems: [problem] }
}

/** The batch is done again by itself; the error is for the log. */
function waiting(error: unknown): Error {
  return new Error(`An import waits for the database: ${reasonOf(error)}`)
}

/** SQLSTATEs of what goes by itself: connections, conflicts of locks, time limits, a database that starts or has no room. */
const transientStates = /^(?:08|40|53|55|57)/

function isTransient(error: unknown): boolean {
  const { cause, code, message } = error as { cause?: unknown; code?: unknown; message?: string }
  if (typeof code === 'string') return /^E[A-Z]/.test(code) || transientStates.test(code)
  if (
    /^(?:Connection terminated|timeout exceeded|Error: cannot begin transaction)/i.test(
      message ?? '',
    )
  )
    return true
  return cause ? isTransient(cause) : false
}

function databaseOf(payload: Payload): Database {
  return (payload.db as unknown as { drizzle: Database }).drizzle
}
