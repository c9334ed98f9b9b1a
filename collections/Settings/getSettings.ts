import type { Payload, PayloadRequest } from 'payload'

import type { Setting } from '../../payload-types'
import { rememberGlobal } from '../../src/database/globalMemory'
import { slugOf } from '../../src/slugs/slugOf'

type Memory = WeakMap<object, Promise<Setting>>

// The server and Next's bundle have a copy of this module each: pages ask by the one, access functions by the other.
const key = Symbol.for('license-manager.settings')
const shared = globalThis as unknown as Record<symbol, Memory | undefined>
const settingsOfRequest = (shared[key] ??= new WeakMap())

/**
 * The settings as they are now: a change holds from the next request on, and within one request they are
 * the same.
 */
export function getSettings(req: PayloadRequest): Promise<Setting> {
  // Payload shows access functions copies of the request, one for each field that a query goes by. Its loader is the same in all of them.
  const request = req.payloadDataLoader ?? req
  const settings = settingsOfRequest.get(request) ?? readSettings(req.payload, req)
  settingsOfRequest.set(request, settings)
  return settings
}

/**
 * Gives a request settings that were read while it was not there yet.
 *
 * @param settings read for the same answer
 */
export function giveSettings(req: PayloadRequest, settings: Promise<Setting>): void {
  settingsOfRequest.set(req.payloadDataLoader ?? req, settings)
}

/**
 * Reads the settings outside a Payload request, as the licensing API and scripts do. They cannot be changed in place.
 *
 * @param req when given, the read joins its transaction
 */
export function readSettings(payload: Payload, req?: PayloadRequest): Promise<Setting> {
  const slug = slugOf('settings')
  return rememberGlobal(payload, {
    as: 'document',
    // The rules themselves need the settings whoever asks; only the values that a caller may see are shown to them.
    read: (within) => payload.findGlobal({ slug, depth: 0, overrideAccess: true, req: within }),
    req,
    slug,
  })
}
