import { Link } from '@payloadcms/ui'
import type { DocumentViewServerProps } from 'payload'

import { activationsOf } from '../../../../access/ownActivations'
import type { Activation } from '../../../../payload-types'
import { neighbours } from '../../records/pageOf'
import { RecordTable } from '../../records/RecordTable'
import { tabContext } from './context'
import { slugOf } from '../../../slugs/slugOf'

/** Where a customer's licences are and were in use. */
export async function ActivationsTab(props: DocumentViewServerProps) {
  const { customer, date, find, linkTo, page, pageLabels, req, texts } = tabContext(props)
  const { docs, hasNextPage } = await req.payload.find({
    ...find,
    collection: slugOf('activations'),
    depth: 0,
    sort: '-activatedAt',
    where: (await activationsOf(req, customer)) || { id: { exists: false } },
  })
  return (
    <RecordTable<Activation>
      columns={[
        {
          cell: ({ domain, id }) => <Link href={linkTo('activations', id)}>{domain ?? id}</Link>,
          heading: texts.column.domain,
        },
        { cell: ({ licenseCode }) => licenseCode, heading: texts.column.code },
        { cell: ({ ip }) => ip, heading: texts.column.ip },
        { cell: ({ isActive }) => (isActive ? texts.yes : texts.no), heading: texts.column.active },
        { cell: ({ activatedAt }) => date(activatedAt), heading: texts.column.activated },
        { cell: ({ lastSeenAt }) => date(lastSeenAt), heading: texts.column.seen },
        { cell: ({ deactivatedAt }) => date(deactivatedAt), heading: texts.column.deactivated },
      ]}
      empty={texts.activations.empty}
      heading={texts.activations.heading}
      pages={{ ...pageLabels, ...neighbours(page, hasNextPage) }}
      rows={docs}
    />
  )
}
