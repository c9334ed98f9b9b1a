import { getI18n } from '../i18n/getI18n'
import { FilterTabs } from '../listing/FilterTabs'
import type { ListParams } from '../listing/listParams'
import { ListToolbar } from '../listing/ListToolbar'
import { SearchForm } from '../listing/SearchForm'
import { SortSelect } from '../listing/SortSelect'
import { licenseListOptions } from '../queries/findLicenses'
import { paths } from '../shell/paths'

type LicensesToolbarProps = {
  hrefOf: (change: Partial<ListParams>) => string
  params: ListParams
}

/** Filter, search and order of the licences. */
export async function LicensesToolbar({ hrefOf, params }: LicensesToolbarProps) {
  const { messages } = await getI18n()
  const texts = messages.licenses
  return (
    <ListToolbar
      filters={
        <FilterTabs
          label={texts.filter}
          tabs={(['all', ...licenseListOptions.filters] as const).map((filter) => ({
            href: hrefOf({ filter }),
            isCurrent: filter === params.filter,
            text: filter === 'all' ? messages.list.all : messages.licenseStatus[filter],
          }))}
        />
      }
      search={
        <SearchForm
          hidden={{ show: params.filter === 'all' ? undefined : params.filter }}
          hint={texts.searchHint}
          label={texts.search}
          path={paths.licenses}
          query={params.query}
        >
          <SortSelect
            label={messages.list.sort}
            options={[
              { text: messages.list.sortNewest, value: 'newest' },
              { text: texts.sortProduct, value: 'product' },
              { text: texts.sortProductDown, value: 'product-down' },
              { text: texts.sortExpires, value: 'expires' },
              { text: texts.sortExpiresDown, value: 'expires-down' },
            ]}
            value={params.sort}
          />
        </SearchForm>
      }
    />
  )
}
