import { expect, it } from 'vitest'

import { advisoryLocks } from '../../../src/database/advisoryLocks'

it('no two things that one process does at a time share a lock', () => {
  const numbers = Object.values(advisoryLocks)
  expect(new Set(numbers).size).toBe(numbers.length)
})
