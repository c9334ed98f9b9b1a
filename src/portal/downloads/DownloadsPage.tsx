import { FileDown } from '../components/icons'
import { redirect } from 'next/navigation'

import { Card } from '../components/ui/Card'
import { EmptyState } from '../components/ui/EmptyState'
import { getI18n, type I18n } from '../i18n/getI18n'
import { codeEnding } from '../../licensing/maskCode'
import { listHref, parseListParams, type SearchParams } from '../listing/listParams'
import { Pagination } from '../listing/Pagination'
import { type DownloadRow, findDownloads } from './findDownloads'
import { openPage } from '../shell/openPage'
import { PageFrame } from '../shell/PageFrame'
import { paths } from '../shell/paths'
import { LicenseFiles } from './LicenseFiles'
import { releaseView } from './releaseView'

/** The latest files of all the customer's licences, page by page. */
export async function DownloadsPage({ searchParams }: { searchParams: SearchParams }) {
  const { page } = parseListParams(searchParams, { filters: [], sorts: ['product'] })
  const hrefOf = (to: number) => listHref(paths.downloads, { page: to })
  const { pages, req } = await openPage(hrefOf(page), 'downloads')
  const [i18n, list] = await Promise.all([getI18n(), findDownloads(req, page)])
  if (list.rows.length === 0 && list.pages < page) redirect(hrefOf(list.pages))
  const texts = i18n.messages.downloads
  return (
    <PageFrame intro={texts.intro} pages={pages} title={texts.title}>
      <Card>
        <ul className="divide-y">
          {list.rows.map((row) => (
            <LicenseFiles key={row.license.id} {...filesOf(row, i18n)} />
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

/** What the browser is given of a row. */
function filesOf({ license, release }: DownloadRow, i18n: I18n) {
  const { code, id, product, status } = license
  return {
    license: { end: codeEnding(code), id, product, status },
    release: release && releaseView(release, i18n),
  }
}
