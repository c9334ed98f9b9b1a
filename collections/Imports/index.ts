import type { CollectionConfig } from 'payload'

import { isAdmin } from '../../access/isAdmin'
import { nobody } from '../../access/nobody'
import { deleteRows } from './hooks/deleteRows'
import { importKinds, importModes, importStatuses } from './values'

/** Files that administrators bring in. Their rows are in `import-rows` from the first moment, so an import goes on where it stopped. */
export const Imports: CollectionConfig = {
  slug: 'imports',
  labels: { plural: 'Imports', singular: 'Import' },
  access: { create: nobody, delete: isAdmin, read: isAdmin, update: nobody },
  admin: { hidden: true, useAsTitle: 'filename' },
  defaultSort: '-createdAt',
  disableDuplicate: true,
  hooks: { beforeDelete: [deleteRows] },
  fields: [
    { name: 'filename', type: 'text', required: true },
    { name: 'kind', type: 'select', options: [...importKinds], required: true },
    { name: 'mode', type: 'select', options: [...importModes] },
    { name: 'status', type: 'select', index: true, options: [...importStatuses], required: true },
    { name: 'headings', type: 'json' },
    { name: 'mapping', type: 'json' },
    { name: 'options', type: 'json' },
    { name: 'total', type: 'number', defaultValue: 0, required: true },
    { name: 'processed', type: 'number', defaultValue: 0, required: true },
    { name: 'counts', type: 'json' },
    { name: 'error', type: 'text' },
    { name: 'startedBy', type: 'text' },
    { name: 'finishedAt', type: 'date' },
  ],
}
