import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { answerInTime } from '../../../src/api/answerInTime'
import { currentScope } from '../../../src/async/scope'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['clearTimeout', 'performance', 'setTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const never = () => new Promise<Response>(() => undefined)

it('a call that waits for ever is answered with 503 and when to ask again, before 5 seconds are over', async () => {
  let answer: unknown = 'still waiting'
  void Promise.resolve(answerInTime(never)).catch((error: unknown) => {
    answer = error
  })
  await vi.advanceTimersByTimeAsync(4999)
  expect(answer).toMatchObject({ details: { retryAfterSeconds: 5 }, status: 503 })
})

it('an answer that is known at once comes without a promise, and leaves no timer', () => {
  const response = Response.json({})
  expect(answerInTime(() => response)).toBe(response)
  expect(vi.getTimerCount()).toBe(0)
})

it('an answer in time is given, and an error thrown, as they are, and leave no timer', async () => {
  const response = Response.json({})
  expect(await answerInTime(async () => response)).toBe(response)
  const error = new Error('Of the handler')
  await expect(answerInTime(() => Promise.reject(error))).rejects.toBe(error)
  expect(vi.getTimerCount()).toBe(0)
})

it('what a call does knows when its time is over', async () => {
  const began = performance.now()
  let endsAt: number | undefined
  await answerInTime(async () => {
    await Promise.resolve()
    endsAt = currentScope()?.endsAt
    return Response.json({})
  })
  expect(endsAt).toBeGreaterThan(began + 3000)
  expect(endsAt).toBeLessThan(began + 5000)
  expect(currentScope()?.endsAt).toBeUndefined()
})
