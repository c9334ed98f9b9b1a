import type { Queryable } from '../../licensing/types'
import type { MailContext } from '../context'
import { findMailedLicense, type MailedLicense } from '../licenseRepository'

const dayMs = 24 * 60 * 60 * 1000

/** The licence that a mail is about; an example in an example. */
export async function licenseOf(
  { isSample, payload }: MailContext,
  id: string,
): Promise<MailedLicense> {
  const { drizzle } = payload.db as unknown as { drizzle: Queryable }
  const found = isSample ? null : await findMailedLicense(drizzle, id)
  return found ?? { ...example, expiresAt: new Date(Date.now() + 30 * dayMs) }
}

const example: MailedLicense = {
  code: 'XXXXXXX-XXXXXXX-XXXXXXX-XXXXXXX',
  expiresAt: null,
  isValid: true,
  item: 'Example',
  parallelUses: 3,
  updatesUntil: null,
}

/** Who has an account finds the licence in the portal, others register there. */
export function pageOf({ customer }: MailContext, license: string): string {
  return customer ? `/product-licenses/${license}` : ''
}

/** The greeting of a mail that may go to somebody without an account. */
export function greetingOf(
  texts: { greeting: string; greetingWithoutName: string },
  { customer }: MailContext,
): { greeting: string } {
  return { greeting: customer ? texts.greeting : texts.greetingWithoutName }
}
