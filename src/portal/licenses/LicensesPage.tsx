import { ExternalLink, KeyRound, Plus } from '../components/icons'
import { redirect } from 'next/navigation'

import { getSettings } from '../../../collections/Settings/getSettings'
import { AppLink } from '../components/AppLink'
import { Button } from '../components/ui/Button'
import { Card } from '../components/ui/Card'
import { EmptyState } from '../components/ui/EmptyState'
import { getI18n } from '../i18n/getI18n'
import {
  listHref,
  type ListParams,
  parseListParams,
  type SearchParams,
} from '../listing/listParams'
import { NoMatch } from '../listing/NoMatch'
import { Pagination } from '../listing/Pagination'
import { findLicenses, licenseListOptions } from '../queries/findLicenses'
import { openPage } from '../shell/openPage'
import { PageFrame } from '../shell/PageFrame'
import { paths } from '../shell/paths'
import { LicensesTable } from './LicensesTable'
import { LicensesToolbar } from './LicensesToolbar'

/** The customer's licences: search, order, pages. */
export async function LicensesPage({ searchParams }: { searchParams: SearchParams }) {
  const params = parseListParams(searchParams, licenseListOptions)
  const hrefOf = (change: Partial<ListParams>) =>
    listHref(paths.licenses, { ...params, page: 1, ...change })
  const { pages, req } = await openPage(hrefOf({ page: params.page }), 'licenses')
  const [{ messages }, { allowClaiming, getMoreLicensesUrl }, list] = await Promise.all([
    getI18n(),
    getSettings(req),
    findLicenses(req, params),
  ])
  if (list.rows.length === 0 && list.pages < params.page) redirect(hrefOf({ page: list.pages }))

  const texts = messages.licenses
  const isNarrowed = params.query !== '' || params.filter !== 'all'
  const getMore = (
    <div className="flex flex-wrap gap-2 empty:hidden">
      {allowClaiming && (
        <Button asChild size="touch">
          <AppLink href={paths.addLicense}>
            <Plus aria-hidden />
            {messages.claim.link}
          </AppLink>
        </Button>
      )}
      {getMoreLicensesUrl && (
        <Button asChild size="touch" variant="primary">
          <a href={getMoreLicensesUrl} rel="noreferrer" target="_blank">
            {texts.getMore}
            <ExternalLink aria-hidden />
          </a>
        </Button>
      )}
    </div>
  )

  return (
    <PageFrame action={getMore} intro={texts.intro} pages={pages} title={messages.nav.licenses}>
      {(list.total > 0 || isNarrowed) && <LicensesToolbar hrefOf={hrefOf} params={params} />}
      <Card>
        {list.total > 0 && (
          <LicensesTable
            hrefOf={(sort) => hrefOf({ sort })}
            licenses={list.rows}
            sort={params.sort}
          />
        )}
        {list.total === 0 && isNarrowed && <NoMatch path={paths.licenses} />}
        {list.total === 0 && !isNarrowed && (
          <EmptyState icon={KeyRound} title={texts.empty}>
            {texts.emptyHint}
          </EmptyState>
        )}
      </Card>
      {list.total > 0 && <Pagination {...list} hrefOf={(page) => hrefOf({ page })} />}
    </PageFrame>
  )
}
