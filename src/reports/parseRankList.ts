import { metrics, periods, type RankList } from './types'

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i

/**
 * The list that an address asks for. What it does not say, or says wrongly, is licences, all time and all products. Of one product
 * everybody has just that one: by number of products is then by number of licences.
 */
export function parseRankList(query: Record<string, unknown>): RankList {
  const product =
    typeof query.product === 'string' && uuid.test(query.product) ? query.product : null
  const metric = metrics.find((name) => name === query.metric) ?? 'licenses'
  return {
    metric: product && metric === 'products' ? 'licenses' : metric,
    period: periods.find((name) => name === query.period) ?? 'all',
    product,
  }
}
