import type { RankList } from '../../reports/types'

/** Where the report is, below the admin panel and below the API. */
export const reportPath = '/reports/top-customers'

/** What stands in the address for a list and a page of it; nothing for what is the default. */
export function reportQuery({ metric, period, product }: RankList, page = 1): string {
  const query = new URLSearchParams({
    ...(metric !== 'licenses' && { metric }),
    ...(period !== 'all' && { period }),
    ...(product !== null && { product }),
    ...(page > 1 && { page: String(page) }),
  })
  return query.size > 0 ? `?${query}` : ''
}
