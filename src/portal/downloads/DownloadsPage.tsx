import { FileDown } from 'lucide-react'
import { redirect } from 'next/navigation'

import { AppLink } from '../components/AppLink'
import { Card } from '../components/ui/Card'
import { EmptyState } from '../components/ui/EmptyState'
import { getI18n, type I18n } from '../i18n/getI18n'
import { LicenseStatusBadge } from '../licenses/LicenseStatusBadge'
import { codeEnding } from '../../licensing/maskCode'
import { fill } from '../../text/fill'
import { listHref, parseListParams, type SearchParams } from '../listing/listParams'
import { Pagination } from '../listing/Pagination'
import { type DownloadRow, findDownloads } from './findDownloads'
import { openPage } from '../shell/openPage'
import { PageFrame } from '../shell/PageFrame'
import { licensePath, paths } from '../shell/paths'
import { NoDownload } from './NoDownload'
import { ReleaseFiles } from './ReleaseFiles'

/** The latest files of all the customer's licences, page by page. */
export async function DownloadsPage({ searchParams }: { searchParams: SearchParams }) {
  const { page } = parseListParams(searchParams, { filters: [], sorts: ['product'] })
  const hrefOf = (to: number) => listHref(paths.downloads, { page: to })
  const { pages, req } = await openPage(hrefOf(page), 'downloads')
  const [i18n, list] = await Promise.all([getI18n(), findDownloads(req, page)])
  if (list.rows.length === 0 && list.total > 0) redirect(hrefOf(list.pages))
  const texts = i18n.messages.downloads
  return (
    <PageFrame intro={texts.intro} pages={pages} title={texts.title}>
      <Card>
        <ul className="divide-y">
          {list.rows.map((row) => (
            <LicenseFiles i18n={i18n} key={row.license.id} row={row} />
          ))}
        </ul>
        {list.total === 0 && (
          <EmptyState icon={FileDown} title={texts.empty}>
            {texts.emptyHint}
          </EmptyState>
        )}
      </Card>
      {list.total > 0 && <Pagination {...list} hrefOf={hrefOf} />}
    </PageFrame>
  )
}

function LicenseFiles({ i18n, row: { license, release } }: { i18n: I18n; row: DownloadRow }) {
  return (
    <li className="grid gap-x-8 md:grid-cols-3">
      <div className="min-w-0 p-5 pb-0 md:px-6 md:pb-5">
        <h2 className="flex flex-wrap items-center gap-x-2.5 gap-y-1 font-medium wrap-break-word">
          <AppLink
            className="hover:text-accent rounded-sm hover:underline"
            href={licensePath(license.id)}
          >
            {license.product}
          </AppLink>
          <LicenseStatusBadge i18n={i18n} status={license.status} />
        </h2>
        <p className="text-muted mt-0.5 text-xs">
          {fill(i18n.messages.activations.licenseEnding, { end: codeEnding(license.code) })}
        </p>
      </div>
      <div className="min-w-0 md:col-span-2">
        {release ? (
          <div className="p-5 md:px-6">
            <ReleaseFiles
              i18n={i18n}
              isLatest
              licenseId={license.id}
              product={license.product}
              release={release}
            />
          </div>
        ) : (
          <NoDownload i18n={i18n} license={license} />
        )}
      </div>
    </li>
  )
}
