import type { Field, FlattenedField } from 'payload'
import { flattenAllFields } from 'payload'
import { expect, it } from 'vitest'

import { hasListsOf } from '../../../src/accounts/sessions/hasListsOf'

const list: Field = { name: 'offices', type: 'array', fields: [{ name: 'city', type: 'text' }] }
const text: Field = { name: 'vatId', type: 'text' }
const sessions: Field = { name: 'sessions', type: 'array', fields: [text] }

it.each<[string, Field[], boolean]>([
  ['fields alone', [text], false],
  ['the sessions that Payload adds', [text, sessions], false],
  ['a list', [sessions, list], true],
  ['blocks', [{ name: 'parts', type: 'blocks', blocks: [] }], true],
  ['a list in a group', [{ name: 'company', type: 'group', fields: [text, list] }], true],
  ['a list in a tab', [{ type: 'tabs', tabs: [{ name: 'more', fields: [list] }] }], true],
  ['a list in a row', [{ type: 'row', fields: [list] }], true],
  ['a group without one', [{ name: 'company', type: 'group', fields: [text] }], false],
])('customers with %s', (_, fields, expected) => {
  const flattened: FlattenedField[] = flattenAllFields({ fields })
  expect(hasListsOf(flattened)).toBe(expected)
})
