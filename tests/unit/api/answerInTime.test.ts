import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { answerInTime, requireTime } from '../../../src/api/answerInTime'
import { currentScope } from '../../../src/async/scope'

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ['clearInterval', 'clearTimeout', 'performance', 'setInterval', 'setTimeout'],
  })
})
afterEach(async () => {
  await expectNoTimer()
  vi.useRealTimers()
})

/** When nothing is open any more, the next look is the last. */
async function expectNoTimer() {
  await vi.advanceTimersByTimeAsync(100)
  expect(vi.getTimerCount()).toBe(0)
}

const ignore = () => undefined
const never = () => new Promise<Response>(() => undefined)

it('a call that waits for ever is answered with 503 and when to ask again, before 5 seconds are over', async () => {
  let answer: unknown = 'still waiting'
  void Promise.resolve(answerInTime(never, ignore)).catch((error: unknown) => {
    answer = error
  })
  await vi.advanceTimersByTimeAsync(4999)
  expect(answer).toMatchObject({ details: { retryAfterSeconds: 5 }, status: 503 })
})

it('an answer that is known at once comes without a promise, and leaves no timer', () => {
  const response = Response.json({})
  expect(answerInTime(() => response, ignore)).toBe(response)
  expect(vi.getTimerCount()).toBe(0)
})

it('an answer in time is given, and an error thrown, as they are, and leave no timer', async () => {
  const response = Response.json({})
  expect(await answerInTime(async () => response, ignore)).toBe(response)
  const error = new Error('Of the handler')
  await expect(answerInTime(() => Promise.reject(error), ignore)).rejects.toBe(error)
  await expectNoTimer()
})

it('what a call does knows when its time is over', async () => {
  const began = performance.now()
  let endsAt: number | undefined
  await answerInTime(async () => {
    await Promise.resolve()
    endsAt = currentScope()?.endsAt
    return Response.json({})
  }, ignore)
  expect(endsAt).toBeGreaterThan(began + 3000)
  expect(endsAt).toBeLessThan(began + 5000)
  expect(currentScope()?.endsAt).toBeUndefined()
})

it('an answer that comes too late is let go of, with the file that it holds open', async () => {
  const cancel = vi.fn()
  const late = async () => {
    await new Promise((resolve) => setTimeout(resolve, 6000))
    return new Response(new ReadableStream({ cancel }))
  }
  const answer = Promise.resolve(answerInTime(late, ignore))
  answer.catch(ignore)
  await vi.advanceTimersByTimeAsync(5000)
  await expect(answer).rejects.toMatchObject({ status: 503 })
  expect(cancel).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(2000)
  expect(cancel).toHaveBeenCalledOnce()
})

it('an error that comes too late is told to whoever writes the log', async () => {
  const error = new Error('Too late')
  const late = async () => {
    await new Promise((resolve) => setTimeout(resolve, 6000))
    throw error
  }
  const told = vi.fn()
  const answer = Promise.resolve(answerInTime(late, told))
  answer.catch(ignore)
  await vi.advanceTimersByTimeAsync(7000)
  await expect(answer).rejects.toMatchObject({ status: 503 })
  expect(told).toHaveBeenCalledExactlyOnceWith(error)
})

it('what only a caller who hears of it may have is not done when the time is all but over', async () => {
  const answers: string[] = []
  const ask = () => {
    try {
      requireTime()
      answers.push('time')
    } catch (error) {
      answers.push(`${(error as { status: number }).status}`)
    }
  }
  await Promise.all([
    answerInTime(async () => {
      ask()
      await new Promise((resolve) => setTimeout(resolve, 4150))
      ask()
      return Response.json({})
    }, ignore),
    vi.advanceTimersByTimeAsync(4160),
  ])
  ask()
  expect(answers).toEqual(['time', '503', 'time'])
})
