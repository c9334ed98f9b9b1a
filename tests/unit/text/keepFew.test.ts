import { expect, it, vi } from 'vitest'

import { keepFew } from '../../../src/text/keepFew'

it('makes a thing once, and another by another name', () => {
  const make = vi.fn((name: string) => ({ name }))
  const get = keepFew(make)
  expect(get('en')).toBe(get('en'))
  expect(get('de')).toEqual({ name: 'de' })
  expect(make).toHaveBeenCalledTimes(2)
})

it('keeps no more than it is told, whatever names visitors send', () => {
  const make = vi.fn((name: string) => ({ name }))
  const get = keepFew(make, 2)
  for (const name of ['a', 'b', 'c', 'a']) expect(get(name)).toEqual({ name })
  expect(make).toHaveBeenCalledTimes(4)
})

it('tries again what failed', () => {
  const get = keepFew((name) => {
    if (name === 'bad') throw new RangeError(name)
    return name
  })
  expect(() => get('bad')).toThrow(RangeError)
  expect(() => get('bad')).toThrow(RangeError)
})
