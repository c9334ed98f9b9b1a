import { fill } from '../../text/fill'
import type { I18n } from '../i18n/getI18n'
import type { LicenseRow } from '../queries/licenseRow'

/** The last day of a licence in words; `dateTime` where it has one. */
export type ExpiryView = { dateTime: null | string; isNever: boolean; text: string }

/** How many installations a licence runs on and how many more it allows, in words. */
export type SlotsView = {
  left: string
  /** How much is used, from 0 to 1. Null: no limit. */
  share: null | number
  used: string
}

/** What the browser is given of a licence: what is shown, with the dates and numbers that only the server writes. */
export type LicenseView = Pick<LicenseRow, 'code' | 'id' | 'product' | 'status'> & {
  expiry: ExpiryView
  slots: SlotsView
}

/** A licence as its row shows it. */
export function licenseView(license: LicenseRow, i18n: I18n): LicenseView {
  const { code, id, product, status } = license
  return {
    code,
    expiry: expiryView(license, i18n),
    id,
    product,
    slots: slotsView(license, i18n),
    status,
  }
}

/** The last day of a licence, or in words when it has none. */
export function expiryView(
  { expirationDays, expiresAt }: Pick<LicenseRow, 'expirationDays' | 'expiresAt'>,
  { count, format, messages: { licenses } }: I18n,
): ExpiryView {
  if (expiresAt) {
    return { dateTime: expiresAt, isNever: false, text: format.day(expiresAt) ?? '' }
  }
  const text = expirationDays ? count(licenses.afterActivation, expirationDays) : licenses.never
  return { dateTime: null, isNever: !expirationDays, text }
}

/** What is used of a licence's slots, and what is left. */
export function slotsView(
  { total, used }: Pick<LicenseRow, 'total' | 'used'>,
  { count, format, messages: { licenses } }: I18n,
): SlotsView {
  const usedText = format.number(used)
  if (total === null) {
    return {
      left: licenses.unlimited,
      share: null,
      used: fill(licenses.usedUnlimited, { used: usedText }),
    }
  }
  return {
    left: count(licenses.left, Math.max(total - used, 0)),
    share: total > 0 ? Math.min(used / total, 1) : 1,
    used: fill(licenses.used, { total: format.number(total), used: usedText }),
  }
}
