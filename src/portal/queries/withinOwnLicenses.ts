import type { PayloadRequest, Where } from 'payload'

import { currentCustomer } from '../../../access/currentCustomer'
import { licensesOf } from '../../../access/ownLicenses'
import { slugOf } from '../../slugs/slugOf'

/** Beyond this, a list of ids is no help to the database. */
const most = 2000

/** Read once per request, whatever asks for them. */
const idsOf = new WeakMap<PayloadRequest, Promise<string[]>>()

/**
 * Narrows a query of activations to the ids of the customer's licences. Whose they are is still decided by the access
 * function, which asks by the licence's owner: alone, that makes the database join every activation with its licence.
 */
export async function withinOwnLicenses(req: PayloadRequest): Promise<Where> {
  const reading = idsOf.get(req) ?? ownLicenseIds(req)
  idsOf.set(req, reading)
  const ids = await reading
  return ids.length < most ? { license: { in: ids } } : {}
}

async function ownLicenseIds(req: PayloadRequest): Promise<string[]> {
  const customer = currentCustomer(req)
  const where = customer && licensesOf(customer)
  if (!where) return []
  const { docs } = await req.payload.find({
    collection: slugOf('licenses'),
    depth: 0,
    joins: false,
    limit: most,
    // Nothing but ids is read, and they stay here: the licences page may be off while the activations page is on.
    overrideAccess: true,
    pagination: false,
    req,
    select: {},
    where,
  })
  return docs.map(({ id }) => id)
}
