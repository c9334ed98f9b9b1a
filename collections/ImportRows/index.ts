import type { CollectionConfig } from 'payload'

import { nobody } from '../../access/nobody'
import { rowOutcomes } from '../Imports/values'

/** The rows of an import as they stood in the file, and what became of each. */
export const ImportRows: CollectionConfig = {
  slug: 'import-rows',
  access: { create: nobody, delete: nobody, read: nobody, update: nobody },
  admin: { hidden: true },
  disableDuplicate: true,
  fields: [
    { name: 'import', type: 'relationship', relationTo: 'imports', required: true },
    { name: 'number', type: 'number', required: true },
    { name: 'data', type: 'json', required: true },
    {
      name: 'outcome',
      type: 'select',
      defaultValue: 'pending',
      options: [...rowOutcomes],
      required: true,
    },
    { name: 'message', type: 'text' },
    { name: 'document', type: 'text' },
  ],
  indexes: [
    { fields: ['import', 'number'], unique: true },
    { fields: ['import', 'outcome', 'number'] },
  ],
}
