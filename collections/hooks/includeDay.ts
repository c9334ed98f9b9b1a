import type { FieldHook } from 'payload'

import { inclusiveEnd } from '../../src/licensing/dates'

/** For the end of something: a bare day such as `2027-01-31` includes that day. It is stored as its last millisecond in UTC. */
export const includeDay: FieldHook = ({ value }: { value?: unknown }) => {
  if (value === '' || value === null) return null
  return typeof value === 'string' ? inclusiveEnd(value) : value
}
