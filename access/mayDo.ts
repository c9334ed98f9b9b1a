import { executeAccess, type PayloadRequest } from 'payload'

import { isUuid } from '../src/text/isUuid'
import { type Slug, slugOf } from '../src/slugs/slugOf'

type Operation = 'create' | 'delete' | 'read' | 'update'

/**
 * Whether somebody may do something, by the access of the collection that it is about, a host's included. For what no operation of Payload
 * does.
 *
 * @param id of the document; left out where it is about all of them, which who may only some of them may not
 */
export async function mayDo(
  req: PayloadRequest,
  slug: Exclude<Slug, 'settings'>,
  operation: Operation,
  id?: string,
): Promise<boolean> {
  const collection = slugOf(slug)
  const { access } = req.payload.collections[collection].config
  const allowed = await executeAccess({ disableErrors: true, id, req }, access[operation])
  if (typeof allowed === 'boolean') return allowed
  if (id === undefined || !isUuid(id)) return false
  const { totalDocs } = await req.payload.count({
    collection,
    // What the access says is the question.
    overrideAccess: true,
    req,
    where: { and: [{ id: { equals: id } }, allowed] },
  })
  return totalDocs > 0
}
