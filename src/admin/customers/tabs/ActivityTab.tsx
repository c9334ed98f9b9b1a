import { getTranslation } from '@payloadcms/translations'
import { notFound } from 'next/navigation'
import type { DocumentViewServerProps, SelectField } from 'payload'

import { mayDo } from '../../../../access/mayDo'
import { transactionOf } from '../../../../collections/transaction'
import { type ActivityEvent, activityOf } from '../../../accounts/admin/activity'
import { RecordTable } from '../../records/RecordTable'
import { tabContext } from './context'
import { slugOf } from '../../../slugs/slugOf'

const most = 100

/** What happened to a customer: the activity log, the logins and the mails. */
export async function ActivityTab(props: DocumentViewServerProps) {
  const { customer, date, pageLabels, req, texts } = tabContext(props)
  if (!(await mayDo(req, 'activity-log', 'read'))) notFound()
  const events = await activityOf(await transactionOf(req), customer.id, most)
  const labelOf = (field: 'actorKind' | 'event', value: string) => optionLabel(props, field, value)
  return (
    <RecordTable<ActivityEvent>
      columns={[
        { cell: ({ at }) => date(at), heading: texts.column.when },
        {
          cell: ({ event }) =>
            event in texts.activity.event
              ? texts.activity.event[event as keyof typeof texts.activity.event]
              : labelOf('event', event),
          heading: texts.column.event,
        },
        { cell: ({ what }) => what, heading: texts.column.what },
        {
          cell: ({ who }) =>
            who && [labelOf('actorKind', who.kind), who.label].filter(Boolean).join(': '),
          heading: texts.column.who,
        },
        { cell: ({ ip }) => ip, heading: texts.column.ip },
      ]}
      empty={texts.activity.empty}
      heading={texts.activity.heading}
      pages={{ ...pageLabels, next: null, previous: null }}
      rows={events}
    >
      <p style={{ margin: 0 }}>{texts.activity.intro}</p>
    </RecordTable>
  )
}

/** What the activity log's own list calls a value. */
function optionLabel(
  { i18n, payload }: DocumentViewServerProps,
  field: string,
  value: string,
): string {
  const { fields } = payload.collections[slugOf('activity-log')].config
  const select = fields.find((one): one is SelectField => 'name' in one && one.name === field)
  const option = select?.options.find((one) => typeof one === 'object' && one.value === value)
  const label = typeof option === 'object' ? getTranslation(option.label, i18n) : value
  return typeof label === 'string' ? label : value
}
