import type { PayloadRequest } from 'payload'

import { isPortalPageEnabled } from '../../../access/portalPageEnabled'

/** Which of the pages that the settings can switch off are on. */
export type PortalPages = { activations: boolean; licenses: boolean }

/** The pages that the customer of this request has. */
export async function portalPages(req: PayloadRequest): Promise<PortalPages> {
  const [activations, licenses] = await Promise.all([
    isPortalPageEnabled(req, 'activations'),
    isPortalPageEnabled(req, 'licenses'),
  ])
  return { activations, licenses }
}
