import { type MaybePromise } from '../async/whenKnown'
import { currentScope, runWithin } from '../async/scope'
import { ApiError } from './errors'

/** How long a call may take, in milliseconds: with the way there and back, its caller hears within 5 seconds. */
const longestCallMs = 4200
const retryAfterSeconds = 5
/** For a commit, and for what is answered then. */
const shortestLeftMs = 100

/**
 * Answers a call in time, whatever it waits for one after the other: a connection, a lock, another connection. What it does in transactions
 * knows when its time is over, and gives up by itself about then.
 *
 * @param onLateError is told what went wrong after that, which nobody else hears of. An answer that comes too late is let go of.
 * @throws ApiError 503 when the time is over
 */
export function answerInTime(
  answer: () => MaybePromise<Response>,
  onLateError: (error: unknown) => void,
): MaybePromise<Response> {
  const answered = runWithin({ endsAt: performance.now() + longestCallMs }, answer)
  return answered instanceof Promise ? inTime(answered, onLateError) : answered
}

/** By hand, not by `Promise.race`: every call goes through here, and each promise of it is memory to be collected. */
function inTime(
  answered: Promise<Response>,
  onLateError: (error: unknown) => void,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    let isOver = false
    const timer = setTimeout(() => {
      isOver = true
      reject(new ApiError(503, 'unavailable', { retryAfterSeconds }))
    }, longestCallMs)
    answered.then(
      (response) => {
        // What it holds open, such as a file, is closed by that.
        if (isOver) return void response.body?.cancel().catch(onLateError)
        clearTimeout(timer)
        resolve(response)
      },
      (error: Error) => {
        if (isOver) return onLateError(error)
        clearTimeout(timer)
        reject(error)
      },
    )
  })
}

/**
 * Ends what the present call must not do unless its caller hears of it: to be asked before and after, in the transaction of what is done.
 *
 * @throws ApiError 503 when the call's time is all but over
 */
export function requireTime(): void {
  const { endsAt = Infinity } = currentScope() ?? {}
  if (endsAt - performance.now() < shortestLeftMs) {
    throw new ApiError(503, 'unavailable', { retryAfterSeconds })
  }
}
