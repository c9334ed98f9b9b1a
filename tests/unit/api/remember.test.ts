import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { remember } from '../../../src/api/remember'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

it('reads once for all who ask at the same time, and answers at once when it knows', async () => {
  const read = vi.fn(() => Promise.resolve('value'))
  const { read: ask } = remember(read, 1000)
  expect(await Promise.all([ask(), ask()])).toEqual(['value', 'value'])
  expect(ask()).toBe('value')
  expect(read).toHaveBeenCalledTimes(1)
})

it('reads anew when the time is over', async () => {
  let value = 0
  const { read: ask } = remember(() => Promise.resolve((value += 1)), 1000)
  expect(await ask()).toBe(1)
  vi.advanceTimersByTime(999)
  expect(ask()).toBe(1)
  vi.advanceTimersByTime(1)
  expect(await ask()).toBe(2)
})

it('reads anew once it was told to forget, also while it reads', async () => {
  const answers = [Promise.resolve('old'), Promise.resolve('new')]
  const { forget, read: ask } = remember(() => answers.shift() ?? Promise.reject(new Error()), 1000)
  const first = ask()
  forget()
  expect(await ask()).toBe('new')
  expect(await first).toBe('old')
  expect(ask()).toBe('new')
})

it('keeps no failure', async () => {
  const answers = [Promise.reject(new Error('Away.')), Promise.resolve('there')]
  const { read: ask } = remember(() => answers.shift() ?? Promise.reject(new Error()), 1000)
  await expect(ask()).rejects.toThrow('Away.')
  expect(await ask()).toBe('there')
})
