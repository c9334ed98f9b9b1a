import { type Field, flattenAllFields, type SanitizedCollectionConfig } from 'payload'
import { expect, it } from 'vitest'

import { asReadingNothing, isMadeOfItsRow } from '../../../src/database/isReadAsStored'

type Hooks = Partial<Record<keyof SanitizedCollectionConfig['hooks'], unknown[]>>

const text: Field = { name: 'vatId', type: 'text' }
const list: Field = { name: 'offices', type: 'array', fields: [text] }
const sessions: Field = { name: 'sessions', type: 'array', fields: [text] }
const hook = () => undefined

function collection(fields: Field[], hooks: Hooks = {}) {
  return {
    flattenedFields: flattenAllFields({ fields }),
    hooks: { afterOperation: [], afterRead: [], beforeOperation: [], beforeRead: [], ...hooks },
  } as unknown as SanitizedCollectionConfig
}

it.each<[string, Field[], Hooks?]>([
  ['of fields alone', [text, { name: 'age', type: 'number' }]],
  [
    'with what leads to one other document',
    [{ name: 'photo', type: 'upload', relationTo: 'avatars' }],
  ],
  ['with a group', [{ name: 'company', type: 'group', fields: [text] }]],
  ['with a list that is not read', [text, sessions]],
  ['with what only its admin panel shows', [{ name: 'figure', type: 'number', virtual: true }]],
  ['whose hooks change no reading', [text], { afterOperation: [asReadingNothing(() => null)] }],
  ['with hooks that only write', [text], { afterChange: [hook] }],
])('a document %s is what its row makes of it', (_, fields, hooks) => {
  expect(isMadeOfItsRow(collection(fields, hooks), ['sessions'])).toBe(true)
})

it.each<[string, Field[], Hooks?]>([
  ['with a list', [list]],
  ['with a list in a group', [{ name: 'company', type: 'group', fields: [list] }]],
  ['with several texts', [{ name: 'tags', type: 'text', hasMany: true }]],
  [
    'that leads to several',
    [{ name: 'x', type: 'relationship', hasMany: true, relationTo: 'avatars' }],
  ],
  [
    'that leads to one of two kinds',
    [{ name: 'x', type: 'relationship', relationTo: ['products', 'licenses'] }],
  ],
  ['in several languages', [{ ...text, localized: true }]],
  ['with a hook of a field', [{ ...text, hooks: { afterRead: [() => 'other'] } }]],
  ['with what is read of another', [{ ...text, virtual: 'product.name' }]],
  ['with what is worked out', [{ ...text, defaultValue: () => String(Date.now()) }]],
  ['with an editor', [{ name: 'note', type: 'richText' }]],
  ['with a hook after reading', [text], { afterRead: [hook] }],
  ['with a hook before reading', [text], { beforeRead: [hook] }],
  ['with a hook after all operations', [text], { afterOperation: [hook] }],
  ['with a hook before all operations', [text], { beforeOperation: [hook] }],
])('a document %s is not', (_, fields, hooks) => {
  expect(isMadeOfItsRow(collection(fields, hooks))).toBe(false)
})
