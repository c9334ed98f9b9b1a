import 'server-only'

import { notFound } from 'next/navigation'

import { extensionsOf } from '../../extensions/extensionsOf'
import { portalPayload } from '../session/payload'

/**
 * Ends what belongs to the portal where the app has none.
 *
 * @throws Next's 404
 */
export async function requirePortal(): Promise<void> {
  if (!extensionsOf((await portalPayload()).config).isPortalOn) notFound()
}
