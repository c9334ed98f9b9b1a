import type { PayloadRequest } from 'payload'

import { actorOf } from '../../activity/actorOf'
import { runAs } from '../../licensing/actor'

/** Runs what the rules do for the customer of a request, so that the activity log names them. */
export function onBehalf<T>(req: PayloadRequest, run: () => T): T {
  const actor = actorOf(req)
  return actor ? runAs(actor, run) : run()
}
