import type {
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  FlattenedField,
  GlobalBeforeChangeHook,
  PayloadRequest,
} from 'payload'

import { nameActor } from '../../src/licensing/actor'
import { actorOf } from '../../src/activity/actorOf'
import { listChanges, nameListChanges } from '../../src/activity/listChanges'
import { slugOf } from '../../src/slugs/slugOf'
import { transactionOf } from '../transaction'

/** Tells the transaction of a write who it is that writes, and what changes in lists, for the activity log. Each document of many may have one of its own. */
export const nameActorOfChange: CollectionBeforeChangeHook = async ({
  collection,
  data,
  operation,
  originalDoc,
  req,
}) => {
  const hasLists = [slugOf('licenses'), slugOf('products')].some((slug) => slug === collection.slug)
  if (operation === 'create' || !hasLists) await name(req)
  else {
    const before = originalDoc as { id: string } & Document
    const fields = collection.flattenedFields
    await name(req, { after: data, before, fields, of: before.id })
  }
  return data as unknown
}

/** The same for a deletion. */
export const nameActorOfDelete: CollectionBeforeDeleteHook = ({ req }) => name(req)

/** The same for a global. */
export const nameActorOfGlobal: GlobalBeforeChangeHook = async ({
  data,
  global,
  originalDoc,
  req,
}) => {
  const before = (originalDoc ?? {}) as Document
  await name(req, {
    after: data as Document,
    before,
    fields: global.flattenedFields,
    of: 'settings',
  })
  return data as unknown
}

type Document = Record<string, unknown>

/** A change of a document, and which it is of. */
type Change = { after: Document; before: Document; fields: FlattenedField[]; of: string }

async function name(req: PayloadRequest, change?: Change): Promise<void> {
  // Outside of a transaction there is nothing that the name would hold for.
  if (!req.transactionID) return
  const transaction = await transactionOf(req)
  await nameActor(transaction, actorOf(req))
  if (!change) return
  const changes = listChanges(change.fields, change.before, change.after)
  await nameListChanges(transaction, { changes, of: change.of })
}
