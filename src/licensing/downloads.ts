/** What the settings let customers download. */
export type DownloadRules = {
  /** Whether files are for customers at all. */
  allowed: boolean
  /** Whether a blocked licence has files. */
  blocked: boolean
  /** Of an expired licence: what was released before it expired, or nothing. */
  expired: 'none' | 'own'
}

/** A licence, as far as it decides what may be downloaded. */
export type DownloadingLicense = {
  expiresAt: null | string
  isBlocked: boolean
  updatesUntil: null | string
}

/**
 * Whether the customer of a licence may have anything of it: its certificate, and files where there are any. Decided by what the licence is,
 * not by its versions.
 */
export function hasDownloads(
  { expiresAt, isBlocked }: Omit<DownloadingLicense, 'updatesUntil'>,
  rules: DownloadRules,
  now: Date,
): boolean {
  return (
    rules.allowed &&
    (rules.blocked || !isBlocked) &&
    (rules.expired === 'own' || !isExpired(expiresAt, now))
  )
}

function isExpired(expiresAt: null | string, now: Date): boolean {
  return expiresAt !== null && new Date(expiresAt) < now
}

/**
 * Until when a version must have been released for the customer of a licence to download it.
 *
 * @param licenseUpdate whether the product's updates need a licence whose updates go on; otherwise their end does not matter
 * @returns null where nothing may be downloaded; `until` is null where there is no end
 */
export function downloadTerm(
  license: DownloadingLicense,
  rules: DownloadRules,
  { licenseUpdate, now }: { licenseUpdate: boolean; now: Date },
): { until: Date | null } | null {
  if (!hasDownloads(license, rules, now)) return null
  const { expiresAt, updatesUntil } = license
  const ends = [isExpired(expiresAt, now) ? expiresAt : null, licenseUpdate ? updatesUntil : null]
    .filter((end) => end !== null)
    .map((end) => new Date(end).getTime())
  return { until: ends.length > 0 ? new Date(Math.min(...ends)) : null }
}
