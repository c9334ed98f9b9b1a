import { type MaybePromise } from '../async/whenKnown'
import { runWithin } from '../async/scope'
import { ApiError } from './errors'

/** How long a call may take, in milliseconds: with the way there and back, its caller hears within 5 seconds. */
const longestCallMs = 4200
const retryAfterSeconds = 5

/**
 * Answers a call in time, whatever it waits for one after the other: a connection, a lock, another connection. What it does in transactions
 * knows when its time is over, and gives up by itself about then.
 *
 * @throws ApiError 503 when the time is over
 */
export function answerInTime(answer: () => MaybePromise<Response>): MaybePromise<Response> {
  const answered = runWithin({ endsAt: performance.now() + longestCallMs }, answer)
  return answered instanceof Promise ? inTime(answered) : answered
}

async function inTime(answered: Promise<Response>): Promise<Response> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new ApiError(503, 'unavailable', { retryAfterSeconds }))
    }, longestCallMs)
  })
  try {
    return await Promise.race([answered, tooLate])
  } finally {
    clearTimeout(timer)
  }
}
