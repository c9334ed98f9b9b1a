import { getI18n } from '../i18n/getI18n'
import { FilterTabs } from '../listing/FilterTabs'
import type { ListParams } from '../listing/listParams'
import { ListToolbar } from '../listing/ListToolbar'
import { SearchForm } from '../listing/SearchForm'
import { SortSelect } from '../listing/SortSelect'
import { activationListOptions } from '../queries/findActivations'
import { paths } from '../shell/paths'

type ActivationsToolbarProps = {
  hrefOf: (change: Partial<ListParams>) => string
  license: string | undefined
  params: ListParams
}

/** Filter, search and order of the activations. */
export async function ActivationsToolbar({ hrefOf, license, params }: ActivationsToolbarProps) {
  const { messages } = await getI18n()
  const texts = messages.activations
  return (
    <ListToolbar
      filters={
        <FilterTabs
          label={texts.filter}
          tabs={(['all', ...activationListOptions.filters] as const).map((filter) => ({
            href: hrefOf({ filter }),
            isCurrent: filter === params.filter,
            text: filter === 'all' ? messages.list.all : messages.activationState[filter],
          }))}
        />
      }
      search={
        <SearchForm
          hidden={{ license, show: params.filter === 'all' ? undefined : params.filter }}
          hint={texts.searchHint}
          label={texts.search}
          path={paths.activations}
          query={params.query}
        >
          <SortSelect
            label={messages.list.sort}
            options={[
              { text: messages.list.sortNewest, value: 'newest' },
              { text: texts.sortOldest, value: 'oldest' },
              { text: texts.sortDomain, value: 'domain' },
              { text: texts.sortDomainDown, value: 'domain-down' },
            ]}
            value={params.sort}
          />
        </SearchForm>
      }
    />
  )
}
