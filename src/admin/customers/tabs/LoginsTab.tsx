import type { DocumentViewServerProps } from 'payload'

import type { LoginEvent } from '../../../../payload-types'
import { describeUserAgent } from '../../../http/describeUserAgent'
import { neighbours } from '../../records/pageOf'
import { RecordTable } from '../../records/RecordTable'
import { tabContext } from './context'
import { slugOf } from '../../../slugs/slugOf'

/** Every attempt to log in to a customer's account. */
export async function LoginsTab(props: DocumentViewServerProps) {
  const { customer, date, find, page, pageLabels, req, texts } = tabContext(props)
  const { docs, hasNextPage } = await req.payload.find({
    ...find,
    collection: slugOf('login-events'),
    depth: 0,
    sort: '-createdAt',
    where: { customer: { equals: customer.id } },
  })
  return (
    <RecordTable<LoginEvent>
      columns={[
        { cell: ({ createdAt }) => date(createdAt), heading: texts.column.when },
        { cell: ({ method }) => method, heading: texts.column.method },
        { cell: ({ outcome }) => outcome, heading: texts.column.outcome },
        { cell: ({ ip }) => ip, heading: texts.column.ip },
        { cell: ({ userAgent }) => describe(userAgent), heading: texts.column.device },
      ]}
      empty={texts.logins.empty}
      heading={texts.logins.heading}
      pages={{ ...pageLabels, ...neighbours(page, hasNextPage) }}
      rows={docs}
    />
  )
}

function describe(userAgent: null | string | undefined): string {
  const known = describeUserAgent(userAgent)
  return [known?.software, known?.system].filter(Boolean).join(', ')
}
