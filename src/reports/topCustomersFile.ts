import type { PayloadRequest } from 'payload'

import { formats } from '../exports/formats'
import { ranksOverall } from './depth'
import { findTopCustomers } from './findTopCustomers'
import type { RankList } from './types'

const columns = ['place', 'name', 'email', 'clientId', 'licenses', 'products', 'activations']

/** A whole list of top customers as CSV, no cell of which a spreadsheet runs. */
export async function topCustomersFile(req: PayloadRequest, list: RankList): Promise<Response> {
  const { countedAt, rows } = await findTopCustomers(req, list, { limit: ranksOverall, offset: 0 })
  const { begin, contentType, row } = formats.csv
  const lines = rows.map(({ customer, ...figures }, index) =>
    row({ ...customer, ...figures, createdAt: '' }, columns, index === 0),
  )
  const day = (countedAt ?? new Date()).toISOString().slice(0, 10)
  return new Response(begin(columns) + lines.join(''), {
    headers: {
      'Cache-Control': 'no-store',
      'Content-Disposition': `attachment; filename="top-customers-${list.metric}-${list.period}-${day}.csv"`,
      'Content-Type': contentType,
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
