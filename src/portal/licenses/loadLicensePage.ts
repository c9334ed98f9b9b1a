import type { PayloadRequest } from 'payload'

import { isUuid } from '../../text/isUuid'
import { findLatestOf, type Installations, toInstallations } from '../queries/findInstallations'
import { describeLicense, findStoredLicense, type LicenseDetails } from '../queries/findLicense'
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
 * Asks for what the page of a licence shows, as much as can be at once.
 *
 * @param id of the licence, as the address has it
 * @param pages which pages the customer has
 * @returns null where it is none of theirs
 */
export async function loadLicensePage(
  req: PayloadRequest,
  id: string,
  pages: PortalPages,
): Promise<LicensePageData | null> {
  const [stored, latest] = await Promise.all([
    findStoredLicense(req, id),
    // Whose they are, their own access asks as well.
    pages.activations && isUuid(id) ? findLatestOf(req, id, { latest: mostShown }) : null,
  ])
  if (!stored) return null
  const [license, refusals, releases] = await Promise.all([
    describeLicense(req, stored),
    findRefusals(req, stored),
    pages.downloads ? findReleases(req, [idOf(stored.product)], new Date()) : [],
  ])
  const most = { bindable: license.status === 'active' ? mostChoices + 1 : 0, latest: mostShown }
  const installations = latest && (await toInstallations(req, license, latest, most))
  return { installations, license, refusals, releases }
}
