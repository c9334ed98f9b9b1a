import type { Payload, PayloadRequest, SanitizedConfig } from 'payload'

import type { Customer } from '../../../payload-types'
import { frozen } from '../../database/globalMemory'
import { isMadeOfItsRow } from '../../database/isReadAsStored'
import { slugOf } from '../../slugs/slugOf'
import { hasListsOf } from './hasListsOf'
import type { FoundSession } from './repository'

type Known = { config: SanitizedConfig; customer: Customer; version: string }

/** How many customers are remembered: those that were here last. */
const most = 1000

const memory = new WeakMap<Payload, Map<string, Known>>()

/**
 * The customer of a session, as Payload reads them. Who goes from page to page is not put together anew for each: they are the same while
 * their row is, of which the session's own query says the version, so that a change holds at once in every process.
 *
 * @param req within whose transaction to read; it is read anew there
 * @returns an object of the caller's own, what is in it is not to be changed; or null when there is no such customer any more
 */
export async function customerOfSession(
  payload: Payload,
  { customer: id, customerVersion: version }: Pick<FoundSession, 'customer' | 'customerVersion'>,
  req?: PayloadRequest,
): Promise<Customer | null> {
  if (req || !canBeRemembered(payload)) return readCustomer(payload, id, req)
  const known = memory.get(payload) ?? new Map<string, Known>()
  memory.set(payload, known)
  const { config } = payload
  const found = known.get(id)
  known.delete(id)
  const isSame = found?.version === version && found.config === config
  // Read after the version: what changes in between is read again at the next question.
  const customer = isSame ? found.customer : await readCustomer(payload, id)
  if (!customer) return null
  known.set(id, { config, customer: frozen(customer), version })
  const [oldest] = known.keys()
  if (known.size > most && oldest !== undefined) known.delete(oldest)
  return { ...customer }
}

/** Whether a row says all, and is the one that counts: of read replicas one may be behind the other. */
function canBeRemembered({ collections, db }: Payload): boolean {
  const { readReplicaOptions } = db as { readReplicaOptions?: readonly string[] }
  const { config } = collections[slugOf('customers')]
  return !readReplicaOptions?.length && isMadeOfItsRow(config, ['sessions'])
}

function readCustomer(
  payload: Payload,
  id: string,
  req?: PayloadRequest,
): Promise<Customer | null> {
  const { config } = payload.collections[slugOf('customers')]
  return payload.findByID({
    collection: slugOf('customers'),
    depth: 0,
    disableErrors: true,
    id,
    // Nobody asks a signed-in customer for these, and each is a query within the query of every page.
    joins: false,
    select: hasListsOf(config.flattenedFields) ? undefined : { sessions: false },
    // The token is what is checked; nobody is signed in yet.
    overrideAccess: true,
    req,
  })
}
