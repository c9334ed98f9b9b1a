import type { I18n } from '../i18n/getI18n'
import type { LicenseRow } from '../queries/licenseRow'

/** The last day of a licence, or in words when it has none. */
export function Expiry({
  expirationDays,
  expiresAt,
  i18n: { count, format, messages },
}: Pick<LicenseRow, 'expirationDays' | 'expiresAt'> & { i18n: I18n }) {
  if (expiresAt) return <time dateTime={expiresAt}>{format.day(expiresAt)}</time>
  if (expirationDays) return count(messages.licenses.afterActivation, expirationDays)
  return <span className="text-muted">{messages.licenses.never}</span>
}
