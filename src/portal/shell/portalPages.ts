import type { PayloadRequest } from 'payload'

import { isPortalPageEnabled } from '../../../access/portalPageEnabled'
import { getSettings } from '../../../collections/Settings/getSettings'
import { hasReleases } from '../queries/releasedProducts'

/** Which of the pages that the settings can switch off are on. */
export type PortalPages = { activations: boolean; downloads: boolean; licenses: boolean }

/** Asked once per request: the frame and the page both need it. */
const pagesOf = new WeakMap<PayloadRequest, Promise<PortalPages>>()

/** The pages that the customer of this request has. Files are of licences, and there is no page for them before there is a file. */
export function portalPages(req: PayloadRequest): Promise<PortalPages> {
  const pages = pagesOf.get(req) ?? readPages(req)
  pagesOf.set(req, pages)
  return pages
}

async function readPages(req: PayloadRequest): Promise<PortalPages> {
  const [activations, licenses, { allowDownloads }, isAnythingReleased] = await Promise.all([
    isPortalPageEnabled(req, 'activations'),
    isPortalPageEnabled(req, 'licenses'),
    getSettings(req),
    hasReleases(req),
  ])
  const downloads = licenses && allowDownloads !== false && isAnythingReleased
  return { activations, downloads, licenses }
}
