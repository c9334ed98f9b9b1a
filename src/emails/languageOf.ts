import type { Payload } from 'payload'

import {
  type CustomerLanguage,
  customerLanguages,
} from '../../collections/Customers/fields/language'
import { type AuthRow, findAuthByEmail } from '../accounts/repository/customers'
import type { Queryable } from '../licensing/types'
import type { ClaimedMail } from './repository'

/**
 * The language of a mail: that of the customer whom it is about. Where there is none, the mail says it itself, or the account that
 * has its address does; else it is English.
 */
export async function languageOf(
  payload: Payload,
  mail: ClaimedMail,
  customer: AuthRow | null,
): Promise<CustomerLanguage> {
  if (customer) return customer.language ?? 'en'
  const named = (mail.data as { language?: unknown } | null)?.language
  const known = customerLanguages.find((language) => language === named)
  if (known) return known
  const db = (payload.db as unknown as { drizzle: Queryable }).drizzle
  const owner = await findAuthByEmail(db, mail.to)
  return owner?.language ?? 'en'
}
