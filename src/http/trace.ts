import { AsyncLocalStorage } from 'node:async_hooks'

/** What is known of a request while it is answered, wherever in the code that is. */
export type Trace = {
  /** The value of `X-Request-Id`. */
  id: string
  /** The code with which the licensing API refused. */
  refusal?: string
  /** The pattern of the licensing API's call. */
  route?: string
}

// The server and Next's bundle have a copy of this module each, and one request goes through both.
const key = Symbol.for('license-manager.trace')
const shared = globalThis as unknown as Record<symbol, AsyncLocalStorage<Trace> | undefined>
const storage = (shared[key] ??= new AsyncLocalStorage<Trace>())

/** The request that is being answered, undefined outside of one. */
export function currentTrace(): Trace | undefined {
  return storage.getStore()
}

/** Runs what answers a request. */
export function runTraced<T>(trace: Trace, run: () => T): T {
  return storage.run(trace, run)
}
