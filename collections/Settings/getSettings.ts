import type { Payload, PayloadRequest } from 'payload'

import type { Setting } from '../../payload-types'
import { slugOf } from '../../src/slugs/slugOf'

type Memory = WeakMap<object, Promise<Setting>>

// The server and Next's bundle have a copy of this module each: pages ask by the one, access functions by the other.
const key = Symbol.for('license-manager.settings')
const shared = globalThis as unknown as Record<symbol, Memory | undefined>
const settingsOfRequest = (shared[key] ??= new WeakMap())

/**
 * The settings as they are now. Nothing is kept between requests, so that a change holds from the next
 * request on; within one request they are read once.
 */
export function getSettings(req: PayloadRequest): Promise<Setting> {
  // Payload shows access functions copies of the request, one for each field that a query goes by. Its loader is the same in all of them.
  const request = req.payloadDataLoader ?? req
  const settings = settingsOfRequest.get(request) ?? readSettings(req.payload, req)
  settingsOfRequest.set(request, settings)
  return settings
}

/**
 * Reads the settings outside a Payload request, as the licensing API and scripts do.
 *
 * @param req when given, the read joins its transaction
 */
export function readSettings(payload: Payload, req?: PayloadRequest): Promise<Setting> {
  // The rules themselves need the settings whoever asks; only the values that a caller may see are shown to them.
  return payload.findGlobal({ slug: slugOf('settings'), depth: 0, overrideAccess: true, req })
}
