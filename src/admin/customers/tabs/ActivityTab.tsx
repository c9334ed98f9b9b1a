import type { DocumentViewServerProps } from 'payload'

import { transactionOf } from '../../../../collections/transaction'
import { type ActivityEvent, activityOf } from '../../../accounts/admin/activity'
import { RecordTable } from '../../records/RecordTable'
import { tabContext } from './context'

const most = 100

/** What happened to a customer, from all that is kept. */
export async function ActivityTab(props: DocumentViewServerProps) {
  const { customer, date, pageLabels, req, texts } = tabContext(props)
  const events = await activityOf(await transactionOf(req), customer.id, most)
  return (
    <RecordTable<ActivityEvent>
      columns={[
        { cell: ({ at }) => date(at), heading: texts.column.when },
        { cell: ({ event }) => texts.activity.event[event], heading: texts.column.event },
        { cell: ({ what }) => what, heading: texts.column.what },
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
