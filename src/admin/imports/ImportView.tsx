import { SetStepNav } from '@payloadcms/ui'
import { notFound } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { formatAdminURL } from 'payload/shared'

import { guessMapping } from '../../imports/mapping/guessMapping'
import { findImport } from '../../imports/repository/imports'
import { findRowsAfter } from '../../imports/repository/rows'
import { shownCells } from '../../imports/showRows'
import { shownImport } from '../../imports/shownImport'
import type { Queryable } from '../../licensing/types'
import { textsIn } from '../i18n/texts'
import { AdminView, requireAdmin } from './AdminView'
import { ImportPage } from './ImportPage'
import { importTexts } from './texts'
import { slugOf } from '../../slugs/slugOf'

const mostProducts = 500
const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i

/** `/admin/imports/:id`: an import, at the step that it is at. */
export async function ImportView(props: AdminViewServerProps) {
  requireAdmin(props)
  const { req } = props.initPageResult
  const id = String(props.params?.segments?.[1] ?? '')
  const db = (req.payload.db as unknown as { drizzle: Queryable }).drizzle
  const found = uuid.test(id) ? await findImport(db, id) : null
  if (!found) notFound()
  const [first] = await findRowsAfter(db, id, 0, 1)
  const { docs: products } = await req.payload.find({
    collection: slugOf('products'),
    depth: 0,
    limit: found.kind === 'licenses' ? mostProducts : 1,
    overrideAccess: false,
    pagination: false,
    req,
    select: { name: true },
    sort: 'name',
  })
  const { heading } = textsIn(importTexts, req.i18n.language)
  const { admin } = req.payload.config.routes
  const list = formatAdminURL({ adminRoute: admin, path: '/imports' })
  return (
    <AdminView view={props}>
      <SetStepNav nav={[{ label: heading, url: list }, { label: found.filename }]} />
      <ImportPage
        example={shownCells(first?.cells ?? [])}
        guess={guessMapping(found.kind, found.headings)}
        initial={shownImport(found, req.i18n.language)}
        products={products.map((product) => ({ id: product.id, name: product.name }))}
      />
    </AdminView>
  )
}
