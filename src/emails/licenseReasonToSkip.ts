import type { Queryable } from '../licensing/types'
import { findMailedLicense } from './licenseRepository'
import type { ClaimedMail } from './repository'
import type { MailData } from './types'

/** Why a mail about a licence makes no sense any more; null when it does, or is about none. */
export async function licenseReasonToSkip(
  db: Queryable,
  { data, template }: ClaimedMail,
): Promise<null | string> {
  if (template !== 'expiryWarning' && template !== 'licenseDelivery') return null
  const { expiresAt, license: id } = data as Partial<MailData['expiryWarning']>
  const license = id ? await findMailedLicense(db, id) : null
  if (!license) return 'The license is deleted.'
  if (template === 'licenseDelivery') return null
  if (!license.isValid) return 'The license is blocked.'
  const isSame = expiresAt && license.expiresAt?.getTime() === new Date(expiresAt).getTime()
  return isSame ? null : 'The license expires at another time now.'
}
