import { sql } from '@payloadcms/db-postgres/drizzle'

import { currentScope, runWithin } from '../async/scope'
import type { Queryable } from './types'

/** `api` is a shop's back end with an internal key, `client` is installed software. */
export type ActorKind = 'admin' | 'api' | 'client' | 'customer' | 'system'

/** Who changes something, as the activity log names them. */
export type Actor = {
  id: null | string
  ip: null | string
  kind: ActorKind
  /** A name that people know them by. */
  label: null | string
}

/** Runs something on behalf of somebody: what it changes by transactions of the rules is logged as theirs. */
export function runAs<T>(actor: Actor, run: () => T): T {
  return runWithin({ actor }, run)
}

/** On whose behalf the present call runs, where that was said. */
export function currentActor(): Actor | undefined {
  return currentScope()?.actor
}

/**
 * The statement that tells a transaction who is at work. Triggers write the log, in the same transaction; without it they name the
 * system.
 */
export async function nameActor(
  transaction: Queryable,
  actor: Actor | undefined = currentActor(),
): Promise<void> {
  if (!actor) return
  await transaction.execute(
    sql`select set_config('license_manager.actor', ${toSetting(actor)}, true)`,
  )
}

/** An actor as the triggers read it; empty for the system. */
export function toSetting(actor: Actor | undefined = currentActor()): string {
  return actor ? JSON.stringify(actor) : ''
}
