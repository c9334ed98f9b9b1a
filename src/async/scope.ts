import { AsyncLocalStorage } from 'node:async_hooks'

import type { Trace } from '../http/trace'
import type { Actor } from '../licensing/actor'

/** What goes along with work through all that it calls, without being handed on. */
export type Scope = Readonly<{
  /** On whose behalf. */
  actor?: Actor
  /** When its time is over, by `performance.now()`. */
  endsAt?: number
  /** Which request. */
  trace?: Trace
}>

// The server and Next's bundle have a copy of this module each, and one request goes through both. One storage for everything: until Node 24
// each takes time at every promise.
const key = Symbol.for('license-manager.scope')
const shared = globalThis as unknown as Record<symbol, AsyncLocalStorage<Scope> | undefined>
const storage = (shared[key] ??= new AsyncLocalStorage<Scope>())

/** What goes along with the present work. */
export function currentScope(): Scope | undefined {
  return storage.getStore()
}

/** Runs something with more going along. */
export function runWithin<T>(more: Scope, run: () => T): T {
  const current = storage.getStore()
  return storage.run(current ? { ...current, ...more } : more, run)
}
