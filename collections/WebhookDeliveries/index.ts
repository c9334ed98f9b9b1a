import type { CollectionConfig } from 'payload'

import { isAdmin } from '../../access/isAdmin'
import { nobody } from '../../access/nobody'
import { adminGroup } from '../group'
import { momentOf } from '../fields/moment'

/**
 * What is to be told to other systems: one row for each event and address, written in the transaction of the change and sent
 * by a job, with the answers that came back.
 */
export const WebhookDeliveries: CollectionConfig = {
  slug: 'webhook-deliveries',
  labels: { plural: 'Webhook deliveries', singular: 'Webhook delivery' },
  access: { create: nobody, delete: isAdmin, read: isAdmin, update: nobody },
  admin: {
    defaultColumns: ['occurredAt', 'eventType', 'url', 'status', 'attempts', 'responseStatus'],
    group: adminGroup,
    listSearchableFields: ['url'],
    useAsTitle: 'eventType',
  },
  defaultSort: '-occurredAt',
  disableDuplicate: true,
  fields: [
    {
      name: 'resend',
      type: 'ui',
      label: 'Send again',
      admin: {
        components: { Field: 'payload-license-manager/client#SendAgain' },
        disableListColumn: true,
        position: 'sidebar',
      },
    },
    { name: 'eventType', label: 'Event', type: 'text', index: true, required: true },
    { name: 'eventId', label: 'Event ID', type: 'text', index: true, required: true },
    momentOf({ name: 'occurredAt', label: 'When', index: true, required: true }),
    { name: 'url', label: 'Address', type: 'text', required: true },
    {
      name: 'status',
      type: 'select',
      defaultValue: 'queued',
      index: true,
      options: ['queued', 'delivered', 'failed'],
      required: true,
    },
    { name: 'attempts', type: 'number', defaultValue: 0, required: true },
    momentOf({ name: 'nextAttemptAt', label: 'Next attempt' }),
    momentOf({ name: 'deliveredAt', label: 'Delivered' }),
    { name: 'responseStatus', label: 'Status of the answer', type: 'number' },
    { name: 'responseBody', label: 'Answer', type: 'textarea' },
    { name: 'lastError', type: 'text' },
    { name: 'durationMs', label: 'Milliseconds', type: 'number' },
    { name: 'body', type: 'textarea' },
    { name: 'snapshot', type: 'json', access: { read: nobody }, hidden: true },
  ],
  timestamps: false,
}
