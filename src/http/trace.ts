import { currentScope, runWithin } from '../async/scope'

/** What is known of a request while it is answered, wherever in the code that is. */
export type Trace = {
  /** The value of `X-Request-Id`. */
  id: string
  /** Whether a page or an action of the portal was asked: Next could read what was sent. */
  isPortalReached?: boolean
  /** The code with which the licensing API refused. */
  refusal?: string
  /** The pattern of the licensing API's call. */
  route?: string
}

/** The request that is being answered, undefined outside of one. */
export function currentTrace(): Trace | undefined {
  return currentScope()?.trace
}

/** Runs what answers a request. */
export function runTraced<T>(trace: Trace, run: () => T): T {
  return runWithin({ trace }, run)
}
