import 'server-only'

import { headers } from 'next/headers'

import { isSameOrigin } from './sameOrigin'
import { portalPayload } from './payload'

/** A write came from a page of another site, or did not say where it came from. */
export class ForeignOriginError extends Error {
  readonly status = 403

  constructor() {
    super('This request did not come from this site.')
    this.name = 'ForeignOriginError'
  }
}

/**
 * To be called first in every server action.
 *
 * @throws ForeignOriginError when the request's origin is foreign, missing or `null`
 */
export async function assertSameOrigin(): Promise<void> {
  const { config: sanitized } = await portalPayload()
  if (!isSameOrigin(new Headers(await headers()), sanitized.serverURL)) {
    throw new ForeignOriginError()
  }
}
