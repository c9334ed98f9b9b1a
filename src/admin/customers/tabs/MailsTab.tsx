import { Link } from '@payloadcms/ui'
import type { DocumentViewServerProps } from 'payload'

import type { Mail } from '../../../../payload-types'
import { neighbours } from '../../records/pageOf'
import { RecordTable } from '../../records/RecordTable'
import { tabContext } from './context'
import { slugOf } from '../../../slugs/slugOf'

/** The mails that a customer was sent. */
export async function MailsTab(props: DocumentViewServerProps) {
  const { customer, date, find, linkTo, page, pageLabels, req, texts } = tabContext(props)
  const { docs, hasNextPage } = await req.payload.find({
    ...find,
    collection: slugOf('mails'),
    depth: 0,
    sort: '-createdAt',
    where: { customer: { equals: customer.id } },
  })
  return (
    <RecordTable<Mail>
      columns={[
        { cell: ({ createdAt }) => date(createdAt), heading: texts.column.when },
        {
          cell: ({ id, subject, template }) => (
            <Link href={linkTo('mails', id)}>{subject ?? template}</Link>
          ),
          heading: texts.column.subject,
        },
        { cell: ({ to }) => to, heading: texts.column.to },
        { cell: ({ status }) => status, heading: texts.column.status },
        { cell: ({ lastError }) => lastError, heading: texts.column.error },
      ]}
      empty={texts.mails.empty}
      heading={texts.mails.heading}
      pages={{ ...pageLabels, ...neighbours(page, hasNextPage) }}
      rows={docs}
    />
  )
}
