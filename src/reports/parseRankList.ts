import { metrics, periods, type RankList } from './types'
import { isUuid } from '../text/isUuid'

/**
 * The list that an address asks for. What it does not say, or says wrongly, is licences, all time and all products. Of one product
 * everybody has just that one: by number of products is then by number of licences.
 */
export function parseRankList(query: Record<string, unknown>): RankList {
  const product = isUuid(query.product) ? query.product : null
  const metric = metrics.find((name) => name === query.metric) ?? 'licenses'
  return {
    metric: product && metric === 'products' ? 'licenses' : metric,
    period: periods.find((name) => name === query.period) ?? 'all',
    product,
  }
}
