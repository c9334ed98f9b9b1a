import { expect, it } from 'vitest'

import { whenKnown } from '../../../src/async/whenKnown'

it('goes on at once with what is known', () => {
  expect(whenKnown(1, (value) => value + 1)).toBe(2)
})

it('waits for what is not known yet', async () => {
  const result = whenKnown(Promise.resolve(1), (value) => value + 1)
  expect(result).toBeInstanceOf(Promise)
  expect(await result).toBe(2)
})

it('throws at once what the next step throws about something known', () => {
  const refuse = () => {
    throw new Error('No.')
  }
  expect(() => whenKnown(1, refuse)).toThrow('No.')
})

it('rejects with what was to come, without the next step', async () => {
  let steps = 0
  const result = whenKnown(Promise.reject(new Error('Gone.')), () => (steps += 1))
  await expect(result).rejects.toThrow('Gone.')
  expect(steps).toBe(0)
})
