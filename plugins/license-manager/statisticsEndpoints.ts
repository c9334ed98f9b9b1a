import type { Endpoint } from 'payload'

import { recount } from '../../src/statistics/recount'
import { forAdmins } from './bulk'

/** Has the dashboard's figures counted at once, for whoever does not want to wait for the worker. Administrators only. */
export const statisticsEndpoints: Endpoint[] = [
  {
    handler: forAdmins(async ({ payload }) => {
      const countedAt = await recount(payload)
      return Response.json({ countedAt: countedAt.toISOString() })
    }),
    method: 'post',
    path: '/recount',
  },
]
