import type { CollectionConfig } from 'payload'

import { isAdmin } from '../../access/isAdmin'
import { nobody } from '../../access/nobody'
import { adminGroup } from '../group'
import { momentOf } from '../fields/moment'
import { activityEvents, actorKinds } from './values'

/**
 * What happened, who did it and from where. The database writes it itself, in the transaction of each change, and refuses to change it
 * afterwards; only a job deletes what is older than the settings keep.
 */
export const ActivityLog: CollectionConfig = {
  slug: 'activity-log',
  labels: { plural: 'Activity log', singular: 'Log entry' },
  access: { create: nobody, delete: nobody, read: isAdmin, update: nobody },
  admin: {
    defaultColumns: ['at', 'event', 'label', 'actorKind', 'actorLabel', 'ip'],
    description: 'It can only be added to. Entries older than the settings keep are deleted.',
    group: adminGroup,
    listSearchableFields: ['label'],
    useAsTitle: 'event',
  },
  defaultSort: '-at',
  disableDuplicate: true,
  fields: [
    momentOf({ name: 'at', label: 'When', index: true, required: true }),
    { name: 'event', type: 'select', index: true, options: activityEvents, required: true },
    { name: 'label', label: 'What about', type: 'text' },
    { name: 'actorKind', label: 'Who', type: 'select', options: actorKinds, required: true },
    { name: 'actorId', label: 'ID of who', type: 'text', index: true },
    { name: 'actorLabel', label: 'Name of who', type: 'text' },
    { name: 'ip', label: 'IP address', type: 'text', index: true },
    { name: 'subjectId', label: 'Record', type: 'text' },
    { name: 'licenseId', label: 'License', type: 'text', index: true },
    { name: 'customerId', label: 'Client ID', type: 'text', index: true },
    {
      name: 'details',
      type: 'json',
      admin: { components: { Field: 'payload-license-manager/client#RecordedValues' } },
    },
  ],
  timestamps: false,
}
