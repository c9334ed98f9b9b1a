import { Link } from '@payloadcms/ui'
import type { DocumentViewServerProps } from 'payload'

import { licensesOf } from '../../../../access/ownLicenses'
import type { License } from '../../../../payload-types'
import { neighbours } from '../../records/pageOf'
import { RecordTable } from '../../records/RecordTable'
import { tabContext } from './context'
import { IssueLicense } from './IssueLicense'
import { slugOf } from '../../../slugs/slugOf'

/** The licences of a customer, and by what they belong to them. */
export async function LicensesTab(props: DocumentViewServerProps) {
  const { customer, date, find, linkTo, page, pageLabels, req, texts } = tabContext(props)
  const { docs, hasNextPage } = await req.payload.find({
    ...find,
    collection: slugOf('licenses'),
    depth: 1,
    joins: false,
    sort: '-createdAt',
    where: licensesOf(customer) || { id: { exists: false } },
  })
  const { clientId, email, name } = customer
  return (
    <RecordTable<License>
      columns={[
        {
          cell: ({ code, id }) => <Link href={linkTo('licenses', id)}>{code}</Link>,
          heading: texts.column.code,
        },
        { cell: ({ product }) => nameOf(product), heading: texts.column.product },
        {
          cell: ({ status }) =>
            texts.status[(status as keyof typeof texts.status | undefined) ?? 'active'],
          heading: texts.column.status,
        },
        {
          cell: ({ customerId }) => (customerId ? texts.by.clientId : texts.by.email),
          heading: texts.column.belongs,
        },
        {
          cell: ({ expiresAt }) => (expiresAt ? date(expiresAt) : texts.never),
          heading: texts.column.expires,
        },
      ]}
      empty={texts.licenses.empty}
      heading={texts.licenses.heading}
      pages={{ ...pageLabels, ...neighbours(page, hasNextPage) }}
      rows={docs}
    >
      <IssueLicense initialData={{ customerId: clientId, email }} key={name} label={texts.issue} />
    </RecordTable>
  )
}

function nameOf(product: License['product']): string {
  return typeof product === 'object' ? product.name : product
}
