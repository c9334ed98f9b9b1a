import { type MaybePromise } from '../async/whenKnown'
import { currentScope, runWithin } from '../async/scope'
import { watchOpen } from '../async/watchOpen'
import { ApiError } from './errors'

/** How long a call may take, in milliseconds, and a look more: with the way there and back, its caller hears within 5 seconds. */
const longestCallMs = 4200
const retryAfterSeconds = 5
const lookEveryMs = 100
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
  const endsAt = performance.now() + longestCallMs
  const answered = runWithin({ endsAt }, answer)
  return answered instanceof Promise ? inTime(answered, endsAt, onLateError) : answered
}

type Call = { endsAt: number; giveUp: () => void }

const open = watchOpen<Call>(lookEveryMs, (call, now) => {
  if (now >= call.endsAt) call.giveUp()
})

/** By hand, not by `Promise.race`: every call goes through here, and each promise of it is memory to be collected. */
function inTime(
  answered: Promise<Response>,
  endsAt: number,
  onLateError: (error: unknown) => void,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    let isOver = false
    const call: Call = {
      endsAt,
      giveUp: () => {
        isOver = true
        open.remove(call)
        reject(new ApiError(503, 'unavailable', { retryAfterSeconds }))
      },
    }
    open.add(call)
    answered.then(
      (response) => {
        // What it holds open, such as a file, is closed by that.
        if (isOver) return void response.body?.cancel().catch(onLateError)
        open.remove(call)
        resolve(response)
      },
      (error: Error) => {
        if (isOver) return onLateError(error)
        open.remove(call)
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
