import type {
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  GlobalBeforeChangeHook,
  PayloadRequest,
} from 'payload'

import { nameActor } from '../../src/licensing/actor'
import { actorOf } from '../../src/activity/actorOf'
import { transactionOf } from '../transaction'

/** Tells the transaction of a write who it is that writes, for the activity log. Each document of many may have one of its own. */
export const nameActorOfChange: CollectionBeforeChangeHook = async ({ data, req }) => {
  await name(req)
  return data as unknown
}

/** The same for a deletion. */
export const nameActorOfDelete: CollectionBeforeDeleteHook = ({ req }) => name(req)

/** The same for a global. */
export const nameActorOfGlobal: GlobalBeforeChangeHook = async ({ data, req }) => {
  await name(req)
  return data as unknown
}

async function name(req: PayloadRequest): Promise<void> {
  // Outside of a transaction there is nothing that the name would hold for.
  if (!req.transactionID) return
  await nameActor(await transactionOf(req), actorOf(req))
}
