import {
  downloadTerm,
  type DownloadingLicense,
  type DownloadRules,
} from '../../licensing/downloads'
import { isReleaseAllowed, newestFirst, type Release } from '../../licensing/updates'

/** A version of a product, as far as it is known whether a customer may have it. */
export type OfferedRelease = { licenseUpdate: boolean; productId: string } & Release

/** A licence whose customer looks for files. */
export type LicenseOfProduct = { productId: string } & DownloadingLicense

/**
 * The versions that the customer of a licence may download, the newest first.
 *
 * @param releases of any products
 */
export function allowedReleases<T extends OfferedRelease>(
  license: LicenseOfProduct,
  releases: readonly T[],
  { now, rules }: { now: Date; rules: DownloadRules },
): T[] {
  return newestFirst(
    releases.filter((release) => {
      if (release.productId !== license.productId) return false
      const term = downloadTerm(license, rules, { licenseUpdate: release.licenseUpdate, now })
      return term !== null && isReleaseAllowed(release, { now, updatesUntil: term.until })
    }),
  )
}
