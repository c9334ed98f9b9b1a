import 'server-only'

import config from '@payload-config'
import { notFound } from 'next/navigation'
import { getPayload } from 'payload'

import { extensionsOf } from '../../extensions/extensionsOf'

/**
 * Ends what belongs to the portal where the app has none.
 *
 * @throws Next's 404
 */
export async function requirePortal(): Promise<void> {
  if (!extensionsOf((await getPayload({ config })).config).isPortalOn) notFound()
}
