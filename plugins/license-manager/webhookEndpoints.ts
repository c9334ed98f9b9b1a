import { APIError, type Endpoint } from 'payload'

import type { Queryable } from '../../src/licensing/types'
import { requeue } from '../../src/webhooks/repository'
import { forAdmins, requireAccess } from './bulk'
import { isUuid } from '../../src/text/isUuid'

/** `POST /webhook-deliveries/:id/send-again`: the message is due again, under the same id. Administrators only. */
export const webhookEndpoints: Endpoint[] = [
  {
    handler: forAdmins(async (req) => {
      const { payload, routeParams } = req
      const given = routeParams?.id
      const id = typeof given === 'string' ? given : ''
      await requireAccess(req, 'webhook-deliveries', 'read', id)
      const { drizzle } = payload.db as unknown as { drizzle: Queryable }
      const isQueued = isUuid(id) && (await requeue(drizzle, id))
      if (!isQueued) throw new APIError('There is nothing to send again.', 404, null, true)
      return Response.json({ status: 'queued' })
    }),
    method: 'post',
    path: '/:id/send-again',
  },
]
