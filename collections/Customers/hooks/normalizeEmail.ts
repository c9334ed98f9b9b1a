import type { CollectionBeforeValidateHook } from 'payload'

import { normalizeEmailAddress } from '../../../src/licensing/emails'

/** Stores addresses in one form, so that the unique index and the match with licences see equal ones as equal. */
export const normalizeEmail: CollectionBeforeValidateHook = ({ data }) => {
  if (typeof data?.email === 'string') data.email = normalizeEmailAddress(data.email)
  return data
}
