import type { ImportField } from './types'

/** When a record was made, where it comes from. */
export const createdAt: ImportField = {
  name: 'createdAt',
  synonyms: [
    'created',
    'created at',
    'added on',
    'date added',
    'erstellt',
    'erstellt am',
    'angelegt am',
  ],
}
