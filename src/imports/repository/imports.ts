import { sql } from '@payloadcms/db-postgres/drizzle'

import type { ImportKind, ImportStatus } from '../../../collections/Imports/values'
import type { Queryable } from '../../licensing/types'
import type { ImportPlan } from '../mapping/options'
import { jsonb } from './json'

/** How many rows came to what. */
export type ImportCounts = { created: number; failed: number; skipped: number; updated: number }

export const noCounts: ImportCounts = { created: 0, failed: 0, skipped: 0, updated: 0 }

/** An import, without its rows. */
export type ImportRow = {
  counts: ImportCounts
  createdAt: string
  error: null | string
  filename: string
  finishedAt: null | string
  headings: string[]
  id: string
  kind: ImportKind
  /** Null until an administrator has chosen. */
  plan: ImportPlan | null
  /** How many rows are through; they are taken in the order of the file. */
  processed: number
  startedBy: null | string
  status: ImportStatus
  total: number
}

const columns = sql`id, filename, kind, mode, status, headings, mapping, options, total, processed, counts, error, started_by,
  finished_at, created_at`

/** Reads an import; null where there is none. */
export async function findImport(db: Queryable, id: string): Promise<ImportRow | null> {
  const { rows } = await db.execute(sql`select ${columns} from imports where id = ${id}::uuid`)
  return rows[0] ? toImport(rows[0]) : null
}

/** The same, held until the end of the transaction: of several processes one works on it at a time. */
export async function lockImport(db: Queryable, id: string): Promise<ImportRow | null> {
  const { rows } = await db.execute(
    sql`select ${columns} from imports where id = ${id}::uuid for update`,
  )
  return rows[0] ? toImport(rows[0]) : null
}

/** The oldest import that there is work to do for. */
export async function findWaitingImport(db: Queryable): Promise<null | string> {
  const { rows } = await db.execute(sql`
    select id from imports where status in ('checking', 'running') order by updated_at limit 1`)
  return (rows[0]?.id as string | undefined) ?? null
}

const freshSeconds = 30

/** Whether somebody worked on an import just now. A batch takes less than that. */
export async function isFresh(db: Queryable, id: string): Promise<boolean> {
  const { rows } = await db.execute(sql`
    select 1 from imports where id = ${id}::uuid and updated_at > now() - make_interval(secs => ${freshSeconds})`)
  return rows.length > 0
}

/** Writes an import whose file is about to be read. */
export async function insertImport(
  db: Queryable,
  { filename, kind, startedBy }: { filename: string; kind: ImportKind; startedBy: null | string },
): Promise<string> {
  const { rows } = await db.execute(sql`
    insert into imports (filename, kind, status, started_by, created_at, updated_at)
    values (${filename}, ${kind}::enum_imports_kind, 'reading', ${startedBy}, now(), now()) returning id`)
  return rows[0]?.id as string
}

type Change = {
  counts?: ImportCounts
  error?: null | string
  headings?: string[]
  isFinished?: boolean
  plan?: ImportPlan
  processed?: number
  status?: ImportStatus
  total?: number
}

/** Changes an import. What is not named stays. */
export async function updateImport(db: Queryable, id: string, change: Change): Promise<void> {
  const parts = [sql`updated_at = now()`]
  if (change.counts) parts.push(sql`counts = ${jsonb(change.counts)}`)
  if (change.error !== undefined) parts.push(sql`error = ${change.error}`)
  if (change.headings) parts.push(sql`headings = ${jsonb(change.headings)}`)
  if (change.isFinished !== undefined) {
    parts.push(change.isFinished ? sql`finished_at = now()` : sql`finished_at = null`)
  }
  if (change.plan) {
    const { mapping, mode, options } = change.plan
    parts.push(
      sql`mapping = ${jsonb(mapping)}, mode = ${mode}::enum_imports_mode, options = ${jsonb(options)}`,
    )
  }
  if (change.processed !== undefined) parts.push(sql`processed = ${change.processed}`)
  if (change.status) parts.push(sql`status = ${change.status}::enum_imports_status`)
  if (change.total !== undefined) parts.push(sql`total = ${change.total}`)
  await db.execute(sql`update imports set ${sql.join(parts, sql`, `)} where id = ${id}::uuid`)
}

/** Gives up imports whose file was being read by a process that is not there any more. */
export async function failInterrupted(db: Queryable, error: string): Promise<void> {
  await db.execute(sql`
    update imports set status = 'failed', error = ${error}, finished_at = now(), updated_at = now()
    where status = 'reading' and updated_at < now() - interval '10 minutes'`)
}

function toImport(row: Record<string, unknown>): ImportRow {
  const { mapping, mode, options } = row
  return {
    counts: { ...noCounts, ...(row.counts as object | null) },
    createdAt: new Date(row.created_at as string).toISOString(),
    error: row.error as null | string,
    filename: row.filename as string,
    finishedAt: row.finished_at ? new Date(row.finished_at as string).toISOString() : null,
    headings: (row.headings ?? []) as string[],
    id: row.id as string,
    kind: row.kind as ImportKind,
    plan: mode ? ({ mapping, mode, options } as ImportPlan) : null,
    processed: Number(row.processed),
    startedBy: row.started_by as null | string,
    status: row.status as ImportStatus,
    total: Number(row.total),
  }
}
