import type { PayloadRequest } from 'payload'

import { getSettings } from '../../../collections/Settings/getSettings'
import { Card, SectionHeading } from '../components/ui/Card'
import { getI18n } from '../i18n/getI18n'
import { pageSize, parseListParams, type SearchParams } from '../listing/listParams'
import { Pagination } from '../listing/Pagination'
import type { LicenseDetails } from '../queries/findLicense'
import { type FoundRelease, withFiles } from '../queries/findReleases'
import { licensePath } from '../shell/paths'
import { allowedReleases } from './allowedReleases'
import { downloadRules } from './downloadRules'
import { NoDownload } from './NoDownload'
import { ReleaseFiles } from './ReleaseFiles'
import { releaseView } from './releaseView'

type LicenseDownloadsProps = {
  license: LicenseDetails
  /** Those of its product. */
  releases: readonly FoundRelease[]
  req: PayloadRequest
  searchParams: SearchParams
}

/** The files of a licence's product: the latest version that it may have, and older ones, page by page. Nothing where the product has none. */
export async function LicenseDownloads({
  license,
  releases,
  req,
  searchParams,
}: LicenseDownloadsProps) {
  if (releases.length === 0) return null
  const now = new Date()
  const [i18n, settings] = await Promise.all([getI18n(), getSettings(req)])
  const { count, messages } = i18n
  const rules = downloadRules(settings)
  const allowed = allowedReleases(license, releases, { now, rules })
  const total = Math.max(0, allowed.length - 1)
  const pages = Math.ceil(total / pageSize)
  const asked = parseListParams(searchParams, { filters: [], sorts: [] }).page
  const page = asked <= pages ? asked : 1
  const from = 1 + (page - 1) * pageSize
  const [latest, ...older] = await withFiles(req, [
    ...allowed.slice(0, 1),
    ...allowed.slice(from, from + pageSize),
  ])
  const { id: licenseId, product } = license
  return (
    <section aria-labelledby="downloads">
      <SectionHeading id="downloads">{messages.downloads.title}</SectionHeading>
      <Card className="mt-3 divide-y">
        {latest ? (
          <div className="p-5 md:px-6">
            <ReleaseFiles
              isLatest
              licenseId={licenseId}
              product={product}
              release={releaseView(latest, i18n)}
            />
          </div>
        ) : (
          <NoDownload status={license.status} />
        )}
        {older.length > 0 && (
          <details className="p-5 md:px-6" open={searchParams.page !== undefined}>
            <summary className="text-accent cursor-pointer text-[0.8125rem] font-medium">
              {count(messages.downloads.older, total)}
            </summary>
            <ul className="mt-4 grid gap-6">
              {older.map((release) => (
                <li key={release.id}>
                  <ReleaseFiles
                    licenseId={licenseId}
                    product={product}
                    release={releaseView(release, i18n)}
                  />
                </li>
              ))}
            </ul>
            {pages > 1 && (
              <Pagination
                hrefOf={(to) => `${licensePath(licenseId)}?page=${to}#downloads`}
                page={page}
                pages={pages}
                total={total}
              />
            )}
          </details>
        )}
      </Card>
    </section>
  )
}
