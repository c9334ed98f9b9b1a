/** Rows on one page of a list. */
export const pageSize = 20

const longestQuery = 200
const lastPage = 10_000

/** What a list's address says: words, filter, order and page. */
export type ListParams<Filter extends string = string, Sort extends string = string> = {
  filter: 'all' | Filter
  page: number
  query: string
  sort: Sort
}

/** The order of every list for which the address names none. */
export const defaultSort = 'newest'

/** The filters and orders that a list knows. */
export type ListOptions<Filter extends string, Sort extends string> = {
  filters: readonly Filter[]
  sorts: readonly ('newest' | Sort)[]
}

/** `searchParams` of a page. */
export type SearchParams = Record<string, string | string[] | undefined>

/** Props of a page that reads its address. */
export type ListPageProps = { searchParams: Promise<SearchParams> }

/** Reads a list's address. Whatever it does not know is as if it were not there. */
export function parseListParams<Filter extends string, Sort extends string>(
  params: SearchParams,
  { filters, sorts }: ListOptions<Filter, Sort>,
): ListParams<Filter, 'newest' | Sort> {
  const page = Number(single(params.page))
  return {
    filter: filters.find((filter) => filter === single(params.show)) ?? 'all',
    page: Number.isInteger(page) && page >= 1 && page <= lastPage ? page : 1,
    query: single(params.q)
      .replace(/\p{C}+/gu, ' ')
      .trim()
      .slice(0, longestQuery),
    sort: sorts.find((sort) => sort === single(params.sort)) ?? defaultSort,
  }
}

/** The address of a list, without what is so by itself. */
export function listHref(
  path: string,
  params: Partial<ListParams>,
  extra: Record<string, string | undefined> = {},
): string {
  const search = new URLSearchParams()
  if (params.query) search.set('q', params.query)
  if (params.filter && params.filter !== 'all') search.set('show', params.filter)
  if (params.sort && params.sort !== defaultSort) search.set('sort', params.sort)
  for (const [name, value] of Object.entries(extra)) if (value) search.set(name, value)
  if (params.page && params.page > 1) search.set('page', String(params.page))
  return search.size > 0 ? `${path}?${search}` : path
}

function single(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? ''
}
