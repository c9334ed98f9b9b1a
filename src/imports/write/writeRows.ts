import type { ImportKind } from '../../../collections/Imports/values'
import type { Queryable } from '../../licensing/types'
import type { ImportPlan } from '../mapping/options'
import type { Problem, ProblemCode } from '../rows/problems'
import { type ReadRow, readRow } from '../rows/readRow'
import type { KnownKeys, Match, RowResult, Target, WaitingRow, WriteContext } from './target'

type Batch = {
  /** How many headings the file has. */
  columns: number
  context: WriteContext
  plan: ImportPlan
  /** Given for a dry run: the keys of what earlier rows would have made. */
  wouldBe: KnownKeys | null
}

type Row<K extends ImportKind> = ReadRow<K> & { number: number }

/**
 * Writes a batch of rows, or says what would become of them. Rows about the same document are written one after the other, in their
 * order; all others together.
 */
export async function writeRows<K extends ImportKind, F extends { id: string }>(
  db: Queryable,
  target: Target<K, F>,
  waiting: WaitingRow[],
  batch: Batch,
): Promise<RowResult[]> {
  const read = waiting.map(({ cells }) => readRow(target.kind, cells, batch.plan, batch.columns))
  const prepared = (await target.prepare?.(db, read, batch.plan.options)) ?? read
  const rows = prepared.map((row, index) => ({ ...row, number: waiting[index]?.number ?? 0 }))
  const results = rows
    .filter(({ problems }) => problems.length > 0)
    .map((row) => failed(row, row.problems))
  const good = rows.filter(({ problems }) => problems.length === 0)
  for (const wave of wavesOf(good, ({ values }) => target.keysOf(values))) {
    results.push(...(await writeWave(db, target, wave, batch)))
  }
  return results
}

/** Groups in which no key is there twice. */
function wavesOf<T>(rows: T[], keysOf: (row: T) => string[]): T[][] {
  const waves: T[][] = []
  const lastWave = new Map<string, number>()
  for (const row of rows) {
    const keys = keysOf(row)
    const index = Math.max(-1, ...keys.map((key) => lastWave.get(key) ?? -1)) + 1
    ;(waves[index] ??= []).push(row)
    for (const key of keys) lastWave.set(key, index)
  }
  return waves
}

async function writeWave<K extends ImportKind, F extends { id: string }>(
  db: Queryable,
  target: Target<K, F>,
  rows: Row<K>[],
  batch: Batch,
): Promise<RowResult[]> {
  const { context, plan, wouldBe } = batch
  const values = rows.map((row) => row.values)
  const match = await target.find(db, values, wouldBe === null)
  const results: RowResult[] = []
  const created: Row<K>[] = []
  const updated: { found: F; row: Row<K> }[] = []
  const deferred: Row<K>[] = []
  const held = new Set<string>()
  for (const row of rows) {
    const keys = target.keysOf(row.values)
    const isInFile = keys.some((key) => wouldBe?.has(key))
    const decision = decide(plan.mode, match(row.values), { isInFile, keys })
    if ('outcome' in decision) {
      results.push({ document: null, number: row.number, ...decision })
    } else if (decision.found && held.has(decision.found.id)) {
      // Two rows may name the same customer in different ways.
      deferred.push(row)
    } else if (decision.found) {
      held.add(decision.found.id)
      updated.push({ found: decision.found, row })
    } else if (isInFile) {
      results.push(taken(row, 'updated', null))
    } else {
      const missing = target.missing(row.values).map((field) => problem('missing', field))
      if (missing.length > 0) results.push(failed(row, missing))
      else created.push(row)
    }
  }
  if (wouldBe) {
    for (const row of created) for (const key of target.keysOf(row.values)) wouldBe.add(key)
    results.push(...created.map((row) => taken(row, 'created', null)))
    results.push(...updated.map(({ found, row }) => taken(row, 'updated', found.id)))
  } else {
    results.push(...(await create(db, target, created, context)))
    results.push(...(await update(db, target, updated, context)))
  }
  if (deferred.length > 0) results.push(...(await writeWave(db, target, deferred, batch)))
  return results
}

type Decision<F> = { found: F | null } | Pick<RowResult, 'outcome' | 'problems'>

/** What is to be done with a row: the pure part. */
function decide<F>(
  mode: ImportPlan['mode'],
  match: Match<F>,
  { isInFile, keys }: { isInFile: boolean; keys: string[] },
): Decision<F> {
  const isThere = match !== null || isInFile
  if (mode === 'create' && isThere) {
    return { outcome: 'skipped', problems: [problem(isInFile ? 'sameInFile' : 'exists')] }
  }
  if (mode === 'update' && keys.length === 0) {
    return { outcome: 'failed', problems: [problem('keyMissing')] }
  }
  if (mode === 'update' && !isThere) {
    return { outcome: 'skipped', problems: [problem('notThere')] }
  }
  if (match && 'problem' in match) return { outcome: 'failed', problems: [match.problem] }
  return { found: match?.found ?? null }
}

async function create<K extends ImportKind, F extends { id: string }>(
  db: Queryable,
  target: Target<K, F>,
  rows: Row<K>[],
  context: WriteContext,
): Promise<RowResult[]> {
  if (rows.length === 0) return []
  const ids = await target.create(
    db,
    rows.map((row) => row.values),
    context,
  )
  return rows.map((row, index) => {
    const id = ids[index]
    return id ? taken(row, 'created', id) : failed(row, [problem('changedMeanwhile')])
  })
}

async function update<K extends ImportKind, F extends { id: string }>(
  db: Queryable,
  target: Target<K, F>,
  changes: { found: F; row: Row<K> }[],
  context: WriteContext,
): Promise<RowResult[]> {
  if (changes.length === 0) return []
  const notes = await target.update(
    db,
    changes.map(({ found, row }) => ({ found, values: row.values })),
    context,
  )
  return changes.map(({ found, row }, index) => taken(row, 'updated', found.id, notes[index] ?? []))
}

function taken(
  { notes, number }: { notes: Problem[]; number: number },
  outcome: 'created' | 'updated',
  document: null | string,
  more: Problem[] = [],
): RowResult {
  return { document, number, outcome, problems: [...notes, ...more] }
}

function failed({ number }: { number: number }, problems: Problem[]): RowResult {
  return { document: null, number, outcome: 'failed', problems }
}

function problem(code: ProblemCode, field: null | string = null): Problem {
  return { code, field }
}
