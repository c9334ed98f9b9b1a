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
 * Until when a version must have been released for the customer of a licence to download it.
 *
 * @param licenseUpdate whether the product's updates need a licence whose updates go on; otherwise their end does not matter
 * @returns null where nothing may be downloaded; `until` is null where there is no end
 */
export function downloadTerm(
  { expiresAt, isBlocked, updatesUntil }: DownloadingLicense,
  rules: DownloadRules,
  { licenseUpdate, now }: { licenseUpdate: boolean; now: Date },
): { until: Date | null } | null {
  if (!rules.allowed || (isBlocked && !rules.blocked)) return null
  const expiry = expiresAt === null ? null : new Date(expiresAt)
  const isExpired = expiry !== null && expiry < now
  if (isExpired && rules.expired === 'none') return null
  const ends = [
    isExpired ? expiry : null,
    licenseUpdate && updatesUntil ? new Date(updatesUntil) : null,
  ]
    .filter((end) => end !== null)
    .map((end) => end.getTime())
  return { until: ends.length > 0 ? new Date(Math.min(...ends)) : null }
}
