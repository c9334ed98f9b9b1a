import type { PayloadRequest } from 'payload'

import type { Customer } from '../payload-types'
import { isFoundAsStored } from '../src/database/isReadAsStored'
import { slugOf } from '../src/slugs/slugOf'
import { findLicenseIds } from './licenseIdsRepository'
import { licensesOf } from './ownLicenses'

/** A customer as far as ownership goes. */
export type OwningCustomer = Pick<Customer, 'clientId' | 'confirmedAt' | 'email'>

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
 * @returns null where they are too many for that
 */
export function ownLicenseIds(
  req: PayloadRequest,
  customer: OwningCustomer,
): Promise<null | string[]> {
  // Payload shows access functions copies of the request. Its loader is the same in all of them.
  const request = req.payloadDataLoader ?? req
  const known = idsOfRequest.get(request) ?? new Map<string, Remembered>()
  idsOfRequest.set(request, known)
  const key = JSON.stringify([customer.clientId, customer.confirmedAt, customer.email])
  const found = known.get(key)
  if (found && performance.now() < found.until) return found.ids
  const ids = readIds(req, customer)
  known.set(key, { ids, until: performance.now() + memoryMs })
  return ids
}

async function readIds(req: PayloadRequest, customer: OwningCustomer): Promise<null | string[]> {
  const { config } = req.payload.collections[slugOf('licenses')]
  const read = isFoundAsStored(config, ['customerId', 'email']) ? findLicenseIds : readByPayload
  const ids = await read(req, customer, most)
  return ids.length < most ? ids : null
}

async function readByPayload(
  req: PayloadRequest,
  customer: OwningCustomer,
  limit: number,
): Promise<string[]> {
  const owned = licensesOf(customer)
  if (!owned) return []
  const { docs } = await req.payload.find({
    collection: slugOf('licenses'),
    depth: 0,
    joins: false,
    limit,
    // Nothing but ids is read, and they are for a query alone: the licences page may be off while the activations page is on.
    overrideAccess: true,
    pagination: false,
    req,
    select: {},
    where: owned,
  })
  return docs.map(({ id }) => id)
}
