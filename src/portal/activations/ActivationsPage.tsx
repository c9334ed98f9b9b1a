import { Globe } from '../components/icons'
import { redirect } from 'next/navigation'

import { canDeactivateActivations } from '../../../access/canDeactivateActivations'
import { Card } from '../components/ui/Card'
import { EmptyState } from '../components/ui/EmptyState'
import { Deactivated } from '../deactivation/Deactivated'
import { DeactivationScope } from '../deactivation/DeactivationScope'
import { getI18n } from '../i18n/getI18n'
import {
  listHref,
  type ListParams,
  parseListParams,
  type SearchParams,
} from '../listing/listParams'
import { NoMatch } from '../listing/NoMatch'
import { Pagination } from '../listing/Pagination'
import { SortHeading } from '../listing/SortHeading'
import { Named } from '../naming/Named'
import {
  activationListOptions,
  type ActivationSort,
  findActivations,
} from '../queries/findActivations'
import { isUuid } from '../../text/isUuid'
import { openPage } from '../shell/openPage'
import { PageFrame } from '../shell/PageFrame'
import { paths } from '../shell/paths'
import { ActivationsTable } from './ActivationsTable'
import { ActivationsToolbar } from './ActivationsToolbar'
import { LicenseFilter } from './LicenseFilter'

/** The activations of the customer's licences: search, order, pages, and freeing a slot. */
export async function ActivationsPage({ searchParams }: { searchParams: SearchParams }) {
  const params = parseListParams(searchParams, activationListOptions)
  const license = isUuid(searchParams.license) ? searchParams.license : undefined
  const hrefOf = (change: Partial<ListParams>) =>
    listHref(paths.activations, { ...params, page: 1, ...change }, { license })
  const { pages, req } = await openPage(hrefOf({ page: params.page }), 'activations')
  const [{ messages }, canDeactivate, list] = await Promise.all([
    getI18n(),
    canDeactivateActivations(req),
    findActivations(req, { ...params, license }),
  ])
  if (list.rows.length === 0 && list.pages < params.page) redirect(hrefOf({ page: list.pages }))

  const texts = messages.activations
  const isNarrowed = params.query !== '' || params.filter !== 'all' || license !== undefined
  const sorting = { hrefOf: (sort: ActivationSort) => hrefOf({ sort }), sort: params.sort }

  return (
    <PageFrame intro={texts.intro} pages={pages} title={messages.nav.activations}>
      <Deactivated id={searchParams.deactivated} req={req} />
      <Named id={searchParams.named} req={req} />
      <DeactivationScope>
        {(list.total > 0 || isNarrowed) && (
          <ActivationsToolbar hrefOf={hrefOf} license={license} params={params} />
        )}
        {license && list.rows[0] && (
          <LicenseFilter
            code={list.rows[0].licenseCode}
            href={listHref(paths.activations, { ...params, page: 1 })}
          />
        )}
        <Card>
          {list.total > 0 && (
            <ActivationsTable
              activations={list.rows}
              canDeactivate={canDeactivate}
              headings={{
                date: (
                  <SortHeading
                    ascending="oldest"
                    descending="newest"
                    first="descending"
                    {...sorting}
                  >
                    {texts.date}
                  </SortHeading>
                ),
                installation: (
                  <SortHeading ascending="domain" descending="domain-down" {...sorting}>
                    {texts.installation}
                  </SortHeading>
                ),
              }}
              linksLicense={pages.licenses}
            />
          )}
          {list.total === 0 && isNarrowed && <NoMatch path={paths.activations} />}
          {list.total === 0 && !isNarrowed && (
            <EmptyState icon={Globe} title={texts.empty}>
              {texts.emptyHint}
            </EmptyState>
          )}
        </Card>
        {list.total > 0 && <Pagination {...list} hrefOf={(page) => hrefOf({ page })} />}
      </DeactivationScope>
    </PageFrame>
  )
}
