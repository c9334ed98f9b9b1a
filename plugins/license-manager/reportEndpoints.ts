import { type Endpoint, Forbidden } from 'payload'

import { mayReadReport } from '../../src/reports/mayReadReport'
import { parseRankList } from '../../src/reports/parseRankList'
import { topCustomersFile } from '../../src/reports/topCustomersFile'
import { forAdmins } from './bulk'

/** `GET /api/reports/top-customers`: the report as CSV, by `metric`, `period` and `product`. Administrators only. */
export const reportEndpoints: Endpoint[] = [
  {
    handler: forAdmins(async (req) => {
      if (!(await mayReadReport(req))) throw new Forbidden(req.t)
      return topCustomersFile(req, parseRankList(req.query))
    }),
    method: 'get',
    path: '/reports/top-customers',
  },
]
