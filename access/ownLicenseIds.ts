import type { PayloadRequest, Where } from 'payload'

import { slugOf } from '../src/slugs/slugOf'

/** Beyond this, a list of ids is no help to the database. */
const most = 2000

/** Read once per request, whatever asks for them. */
const idsOfRequest = new WeakMap<object, Promise<null | string[]>>()

/**
 * The ids of a customer's licences, which is faster to query by than by the owner of each row's licence.
 *
 * @param owned which licences are theirs
 * @returns null where they are too many for that
 */
export function ownLicenseIds(req: PayloadRequest, owned: Where): Promise<null | string[]> {
  // Payload shows access functions copies of the request. Its loader is the same in all of them.
  const request = req.payloadDataLoader ?? req
  const ids = idsOfRequest.get(request) ?? readIds(req, owned)
  idsOfRequest.set(request, ids)
  return ids
}

async function readIds(req: PayloadRequest, where: Where): Promise<null | string[]> {
  const { docs } = await req.payload.find({
    collection: slugOf('licenses'),
    depth: 0,
    joins: false,
    limit: most,
    // Nothing but ids is read, and they are for a query alone: the licences page may be off while the activations page is on.
    overrideAccess: true,
    pagination: false,
    req,
    select: {},
    where,
  })
  return docs.length < most ? docs.map(({ id }) => id) : null
}
