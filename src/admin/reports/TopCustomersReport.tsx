import { DefaultTemplate } from '@payloadcms/next/templates'
import { Button, Gutter, Link, SetStepNav } from '@payloadcms/ui'
import type { AdminViewServerProps, PayloadRequest } from 'payload'
import { formatAdminURL } from 'payload/shared'

import { findTopCustomers, type TopCustomersPage } from '../../reports/findTopCustomers'
import { parseRankList } from '../../reports/parseRankList'
import type { RankList } from '../../reports/types'
import { fill } from '../../text/fill'
import { textsIn } from '../i18n/texts'
import { pageOf, recordsPerPage } from '../records/pageOf'
import { reportPath, reportQuery } from './address'
import { ago } from './ago'
import { guardReport } from './guardReport'
import './report.css'
import { ReportFilters } from './ReportFilters'
import { ReportTable } from './ReportTable'
import { reportsTexts } from './texts'
import { slugOf } from '../../slugs/slugOf'

/** So many products can be chosen from. */
const mostProducts = 1000

/** The customers with the most licences, products or activations. What is shown stands in the address. */
export async function TopCustomersReport({
  i18n,
  initPageResult,
  params,
  payload,
  searchParams = {},
  viewActions,
}: AdminViewServerProps) {
  const { locale, permissions, req, visibleEntities } = initPageResult
  const { language } = i18n
  const list = parseRankList(searchParams)
  await guardReport(req, `${reportPath}${reportQuery(list, pageOf(searchParams))}`)
  const texts = textsIn(reportsTexts, language)
  const { admin: adminRoute, api: apiRoute } = payload.config.routes
  const url = formatAdminURL({ adminRoute, path: reportPath })
  const [products, { countedAt, page, rows, total }] = await Promise.all([
    findProducts(req),
    findPage(req, list, pageOf(searchParams)),
  ])
  const lastPage = Math.ceil(total / recordsPerPage)
  return (
    <DefaultTemplate
      i18n={i18n}
      locale={locale}
      params={params}
      payload={payload}
      permissions={permissions}
      req={req}
      searchParams={searchParams}
      user={req.user ?? undefined}
      viewActions={viewActions}
      visibleEntities={{
        collections: visibleEntities.collections,
        globals: visibleEntities.globals,
      }}
    >
      <SetStepNav nav={[{ label: texts.heading }]} />
      <Gutter className="report">
        <div className="report__head">
          <h1>{texts.heading}</h1>
          {rows.length > 0 && (
            <Button
              buttonStyle="secondary"
              el="anchor"
              margin={false}
              size="small"
              url={formatAdminURL({ apiRoute, path: `${reportPath}${reportQuery(list)}` })}
            >
              {texts.download}
            </Button>
          )}
        </div>
        <p className="report__intro">
          {texts.intro}{' '}
          {countedAt && (
            <time dateTime={countedAt.toISOString()} title={countedAt.toUTCString()}>
              {fill(texts.counted, { when: ago(countedAt, new Date(), language) })}
            </time>
          )}
        </p>
        <ReportFilters language={language} list={list} products={products} url={url} />
        {rows.length > 0 ? (
          <>
            <ReportTable
              language={language}
              metric={list.metric}
              rows={rows}
              urlOf={(id) =>
                formatAdminURL({ adminRoute, path: `/collections/${slugOf('customers')}/${id}` })
              }
            />
            <nav aria-label={texts.pages} className="report__pages">
              <span>{partOf(texts.part, page, total, language)}</span>
              {page > 1 && <Link href={url + reportQuery(list, page - 1)}>{texts.previous}</Link>}
              {page < lastPage && (
                <Link href={url + reportQuery(list, page + 1)}>{texts.next}</Link>
              )}
            </nav>
          </>
        ) : (
          <Empty countedAt={countedAt} language={language} list={list} url={url} />
        )}
      </Gutter>
    </DefaultTemplate>
  )
}

type EmptyProps = { countedAt: Date | null; language: string; list: RankList; url: string }

function Empty({ countedAt, language, list, url }: EmptyProps) {
  const { empty, reset } = textsIn(reportsTexts, language)
  if (!countedAt) return <p>{empty.notYet}</p>
  if (list.period === 'all' && !list.product) return <p>{empty.none}</p>
  return (
    <p>
      {empty.filtered} <Link href={url}>{reset}</Link>
    </p>
  )
}

/** A page of the list; the last one where the address asks for one behind it. */
async function findPage(
  req: PayloadRequest,
  list: RankList,
  page: number,
): Promise<TopCustomersPage & { page: number }> {
  const read = (number: number) =>
    findTopCustomers(req, list, { limit: recordsPerPage, offset: (number - 1) * recordsPerPage })
  const found = await read(page)
  if (found.rows.length > 0 || found.total === 0) return { ...found, page }
  const last = Math.ceil(found.total / recordsPerPage)
  return { ...(await read(last)), page: last }
}

async function findProducts(req: PayloadRequest): Promise<{ id: string; name: string }[]> {
  const { docs } = await req.payload.find({
    collection: slugOf('products'),
    depth: 0,
    limit: mostProducts,
    overrideAccess: false,
    pagination: false,
    req,
    select: { name: true },
    sort: 'name',
  })
  return docs
}

function partOf(text: string, page: number, total: number, language: string): string {
  const number = new Intl.NumberFormat(language)
  const from = (page - 1) * recordsPerPage + 1
  const to = Math.min(page * recordsPerPage, total)
  return fill(text, {
    from: number.format(from),
    to: number.format(to),
    total: number.format(total),
  })
}
