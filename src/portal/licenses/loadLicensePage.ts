import type { PayloadRequest } from 'payload'

import type { LicenseStatus } from '../../licensing/types'
import { findInstallations, type Installations } from '../queries/findInstallations'
import { describeLicense, type LicenseDetails, type StoredLicense } from '../queries/findLicense'
import { findRefusals, type RefusalRow } from '../queries/findRefusals'
import { findReleases, type FoundRelease } from '../queries/findReleases'
import { idOf } from '../queries/licenseRow'
import type { PortalPages } from '../shell/portalPages'
import { mostChoices } from './CertificateDownload'

/** How many installations are shown. */
const mostShown = 10

/** What the page of a licence shows. */
export type LicensePageData = {
  /** Null where the customer may not see them. */
  installations: Installations | null
  license: LicenseDetails
  refusals: RefusalRow[]
  /** None where the customer downloads no files. */
  releases: FoundRelease[]
}

/**
 * Asks for what the page of a licence shows, all at once: none of it waits for another.
 *
 * @param stored one that the customer has read
 * @param pages which pages they have
 */
export async function loadLicensePage(
  req: PayloadRequest,
  stored: StoredLicense,
  pages: PortalPages,
): Promise<LicensePageData> {
  const described = describeLicense(req, stored)
  const status = stored.status as LicenseStatus
  const [license, installations, refusals, releases] = await Promise.all([
    described,
    pages.activations
      ? findInstallations(
          req,
          { id: stored.id, productName: async () => (await described).product },
          { bindable: status === 'active' ? mostChoices + 1 : 0, latest: mostShown },
        )
      : null,
    findRefusals(req, stored),
    pages.downloads ? findReleases(req, [idOf(stored.product)], new Date()) : [],
  ])
  return { installations, license, refusals, releases }
}
