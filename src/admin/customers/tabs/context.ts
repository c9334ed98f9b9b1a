import { notFound } from 'next/navigation'
import type { DocumentViewServerProps } from 'payload'
import { formatAdminURL } from 'payload/shared'

import { isAdminRequest } from '../../../../access/isAdmin'
import type { Customer } from '../../../../payload-types'
import { textsIn } from '../../i18n/texts'
import { pageOf, recordsPerPage } from '../../records/pageOf'
import { tabTexts } from './texts'
import { type Slug, slugOf } from '../../../slugs/slugOf'

/** What every tab of a customer's page works with. Whoever is no administrator finds no page. */
export function tabContext({
  doc,
  i18n,
  initPageResult,
  payload,
  searchParams,
}: DocumentViewServerProps) {
  const { req } = initPageResult
  if (!isAdminRequest(req) || !doc?.id) notFound()
  const texts = textsIn(tabTexts, i18n.language)
  const format = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' })
  return {
    customer: doc as Customer,
    date: (moment: null | string | undefined) => (moment ? format.format(new Date(moment)) : ''),
    linkTo: (slug: Slug, id: string) =>
      formatAdminURL({
        adminRoute: payload.config.routes.admin,
        path: `/collections/${slugOf(slug)}/${id}`,
      }),
    /** For Payload's find, as the administrator. */
    find: {
      limit: recordsPerPage,
      overrideAccess: false,
      page: pageOf(searchParams),
      req,
    } as const,
    page: pageOf(searchParams),
    pageLabels: { label: texts.pages, nextLabel: texts.next, previousLabel: texts.previous },
    req,
    texts,
  }
}
