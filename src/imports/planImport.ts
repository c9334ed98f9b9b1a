import type { Payload } from 'payload'

import { inTransaction } from '../licensing/repository/transaction'
import type { Database, Queryable } from '../licensing/types'
import { parsePlan, type PlanError } from './mapping/options'
import { type ImportRow, lockImport, noCounts, updateImport } from './repository/imports'

/** Why nothing was done. */
export type Refusal = { refused: 'gone' | 'state' } | { error: PlanError }

type Answer = 'done' | Refusal

/** Has the rows checked by a plan: everything is done but written. Anything that an earlier check said is forgotten. */
export function startCheck(
  payload: Payload,
  id: string,
  input: Record<string, unknown>,
): Promise<Answer> {
  return change(payload, id, ['ready', 'checked'], async (db, { headings, kind }) => {
    const parsed = parsePlan(kind, headings, input)
    if ('error' in parsed) return parsed
    await updateImport(db, id, {
      counts: noCounts,
      plan: parsed.plan,
      processed: 0,
      status: 'checking',
    })
    return 'done'
  })
}

/** Has the rows written that were checked, by the plan of that check. A cancelled import goes on where it stopped. */
export function startRun(payload: Payload, id: string): Promise<Answer> {
  return change(payload, id, ['checked', 'cancelled'], async (db, { status }) => {
    const isNew = status === 'checked'
    await updateImport(db, id, {
      ...(isNew ? { counts: noCounts, processed: 0 } : {}),
      isFinished: false,
      status: 'running',
    })
    return 'done'
  })
}

/** Stops a check, or the writing after the batch that is under way. What is written stays. */
export function cancelImport(payload: Payload, id: string): Promise<Answer> {
  return change(payload, id, ['checking', 'running'], async (db, { status }) => {
    await updateImport(
      db,
      id,
      status === 'checking'
        ? { counts: noCounts, processed: 0, status: 'ready' }
        : { isFinished: true, status: 'cancelled' },
    )
    return 'done'
  })
}

function change(
  payload: Payload,
  id: string,
  from: ImportRow['status'][],
  run: (db: Queryable, found: ImportRow) => Promise<Answer>,
): Promise<Answer> {
  return inTransaction((payload.db as unknown as { drizzle: Database }).drizzle, async (db) => {
    const found = await lockImport(db, id)
    if (!found) return { refused: 'gone' }
    return from.includes(found.status) ? run(db, found) : { refused: 'state' }
  })
}
