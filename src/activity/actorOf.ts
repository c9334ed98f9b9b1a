import type { PayloadRequest } from 'payload'

import { clientOf } from '../accounts/client'
import { type Actor, currentActor } from '../licensing/actor'
import { slugOf } from '../slugs/slugOf'

/** Who a request of Payload or of the portal comes from: its user, else whoever the present call runs for. */
export function actorOf(req: PayloadRequest): Actor | undefined {
  const { user } = req
  if (!user) return currentActor()
  const { ip } = clientOf(req)
  const id = String(user.id)
  if (user.collection === slugOf('customers')) {
    return { id, ip, kind: 'customer', label: user.clientId ?? null }
  }
  return { id, ip, kind: 'admin', label: user.email ?? null }
}
