import type { CollectionConfig } from 'payload'

import { isAdmin } from '../../access/isAdmin'
import { nobody } from '../../access/nobody'
import { adminGroup } from '../group'
import { momentOf } from '../fields/moment'

/**
 * Every mail that the system sends or has sent. A row says which template goes to whom; the links in it are made when it is
 * sent, so that no token of a link is ever stored.
 */
export const Mails: CollectionConfig = {
  slug: 'mails',
  labels: { plural: 'Mails', singular: 'Mail' },
  access: { create: nobody, delete: isAdmin, read: isAdmin, update: nobody },
  admin: {
    defaultColumns: ['createdAt', 'to', 'template', 'status', 'sentAt'],
    group: adminGroup,
    listSearchableFields: ['to', 'subject'],
    useAsTitle: 'subject',
  },
  defaultSort: '-createdAt',
  disableDuplicate: true,
  fields: [
    { name: 'to', type: 'text', index: true, required: true },
    { name: 'template', type: 'text', index: true, required: true },
    { name: 'subject', type: 'text' },
    { name: 'customer', type: 'relationship', index: true, relationTo: 'customers' },
    { name: 'license', type: 'relationship', index: true, relationTo: 'licenses' },
    {
      name: 'onceKey',
      type: 'text',
      access: { read: nobody },
      admin: { disabled: true },
      hidden: true,
      index: true,
      unique: true,
    },
    {
      name: 'data',
      type: 'json',
      admin: { components: { Field: 'payload-license-manager/client#RecordedValues' } },
    },
    {
      name: 'status',
      type: 'select',
      defaultValue: 'queued',
      index: true,
      options: ['queued', 'sent', 'failed', 'skipped'],
      required: true,
    },
    { name: 'attempts', type: 'number', defaultValue: 0, required: true },
    { name: 'lastError', type: 'text' },
    { name: 'messageId', type: 'text' },
    momentOf({ name: 'sentAt' }),
  ],
}
