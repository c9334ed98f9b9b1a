import type { Queryable } from '../licensing/types'
import { findMailedLicense, findRecipient } from './licenseRepository'
import type { ClaimedMail } from './repository'
import type { MailData, MailTemplate } from './types'

const aboutLicense: readonly string[] = [
  'claimRefused',
  'expiryWarning',
  'licenseClaimed',
  'licenseDelivery',
  'slotLink',
] satisfies MailTemplate[]

/** They tell whoever holds the licence what only they may know or do. */
const forHolder: readonly string[] = ['claimRefused', 'slotLink'] satisfies MailTemplate[]

/** Why a mail about a licence makes no sense any more; null when it does, or is about none. */
export async function licenseReasonToSkip(
  db: Queryable,
  { data, template, to }: ClaimedMail,
): Promise<null | string> {
  if (!aboutLicense.includes(template)) return null
  const { expiresAt, license: id } = data as Partial<MailData['expiryWarning']>
  const license = id ? await findMailedLicense(db, id) : null
  if (!id || !license) return 'The license is deleted.'
  if (forHolder.includes(template)) {
    const holder = await findRecipient(db, id)
    return holder?.to === to ? null : 'The license has another holder now.'
  }
  if (template !== 'expiryWarning') return null
  if (!license.isValid) return 'The license is blocked.'
  const isSame = expiresAt && license.expiresAt?.getTime() === new Date(expiresAt).getTime()
  return isSame ? null : 'The license expires at another time now.'
}
