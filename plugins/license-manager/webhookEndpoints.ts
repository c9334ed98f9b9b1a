import { APIError, type Endpoint } from 'payload'

import type { Queryable } from '../../src/licensing/types'
import { requeue } from '../../src/webhooks/repository'
import { forAdmins } from './bulk'

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i

/** `POST /webhook-deliveries/:id/send-again`: the message is due again, under the same id. Administrators only. */
export const webhookEndpoints: Endpoint[] = [
  {
    handler: forAdmins(async ({ payload, routeParams }) => {
      const given = routeParams?.id
      const id = typeof given === 'string' ? given : ''
      const { drizzle } = payload.db as unknown as { drizzle: Queryable }
      const isQueued = uuid.test(id) && (await requeue(drizzle, id))
      if (!isQueued) throw new APIError('There is nothing to send again.', 404, null, true)
      return Response.json({ status: 'queued' })
    }),
    method: 'post',
    path: '/:id/send-again',
  },
]
