import type { CollectionBeforeValidateHook } from 'payload'

import { normalizeEmailAddress } from '../../../src/licensing/emails'

/** Stores the owner in the form that customers are matched by: trimmed, lower-cased e-mail, null for nothing. */
export const normalizeOwner: CollectionBeforeValidateHook = ({ data }) => {
  if (!data) return data
  if (typeof data.email === 'string') data.email = normalizeEmailAddress(data.email) || null
  if (typeof data.customerId === 'string') data.customerId = data.customerId.trim() || null
  return data
}
