import type { PayloadRequest, Where } from 'payload'

import { slugOf } from '../src/slugs/slugOf'

/** Beyond this, a list of ids is no help to the database. */
const most = 2000

/** How long they are remembered within a request: a page asks several times. */
const memoryMs = 1000

type Remembered = { ids: Promise<null | string[]>; until: number }

/** By the ownership that was asked for: a request can be handed on to another customer. */
const idsOfRequest = new WeakMap<object, Map<string, Remembered>>()

/**
 * The ids of a customer's licences, which is faster to query by than by the owner of each row's licence.
 *
 * @param owned which licences are theirs
 * @returns null where they are too many for that
 */
export function ownLicenseIds(req: PayloadRequest, owned: Where): Promise<null | string[]> {
  // Payload shows access functions copies of the request. Its loader is the same in all of them.
  const request = req.payloadDataLoader ?? req
  const known = idsOfRequest.get(request) ?? new Map<string, Remembered>()
  idsOfRequest.set(request, known)
  const key = JSON.stringify(owned)
  const found = known.get(key)
  if (found && performance.now() < found.until) return found.ids
  const ids = readIds(req, owned)
  known.set(key, { ids, until: performance.now() + memoryMs })
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
