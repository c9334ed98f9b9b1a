import { Link, SetStepNav } from '@payloadcms/ui'
import type { AdminViewServerProps } from 'payload'
import { formatAdminURL } from 'payload/shared'

import type { Import } from '../../../payload-types'
import { textsIn } from '../i18n/texts'
import { neighbours, pageOf, recordsPerPage } from '../records/pageOf'
import { RecordTable } from '../records/RecordTable'
import { AdminView, requireAdmin } from './AdminView'
import { NewImport } from './NewImport'
import { importTexts } from './texts'
import { slugOf } from '../../slugs/slugOf'

/** `/admin/imports`: every import, and a new one. */
export async function ImportsView(props: AdminViewServerProps) {
  requireAdmin(props)
  const { req } = props.initPageResult
  const { language } = req.i18n
  const texts = textsIn(importTexts, language)
  const page = pageOf(props.searchParams)
  const { docs, hasNextPage } = await req.payload.find({
    collection: slugOf('imports'),
    depth: 0,
    limit: recordsPerPage,
    overrideAccess: false,
    page,
    req,
    sort: '-createdAt',
  })
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
  const numbers = new Intl.NumberFormat(language)
  const { admin } = req.payload.config.routes
  const pathOf = (id: string) => formatAdminURL({ adminRoute: admin, path: `/imports/${id}` })
  return (
    <AdminView view={props}>
      <SetStepNav nav={[{ label: texts.heading }]} />
      <RecordTable<Import>
        columns={[
          {
            cell: ({ filename, id }) => <Link href={pathOf(id)}>{filename}</Link>,
            heading: texts.list.file,
          },
          { cell: ({ kind }) => texts.kind[kind], heading: texts.list.kind },
          { cell: ({ status }) => texts.status[status], heading: texts.list.status },
          { cell: ({ total }) => numbers.format(total), heading: texts.list.rows },
          { cell: ({ createdAt }) => format.format(new Date(createdAt)), heading: texts.list.when },
          { cell: ({ startedBy }) => startedBy, heading: texts.list.by },
        ]}
        empty={texts.empty}
        heading={texts.heading}
        level={1}
        pages={{
          label: texts.pages.label,
          nextLabel: texts.pages.next,
          previousLabel: texts.pages.previous,
          ...neighbours(page, hasNextPage),
        }}
        rows={docs}
      >
        <NewImport isOpen={docs.length === 0} />
      </RecordTable>
    </AdminView>
  )
}
