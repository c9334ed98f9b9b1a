import type { EmailFieldValidation } from 'payload'

import { parseEmail } from '../src/accounts/emails'

/**
 * An address as registration takes it. Payload's own check knows no domains beyond ASCII, so that whoever has such an address could
 * register and never be saved again.
 */
export const validateEmail: EmailFieldValidation = (value, { previousValue, req, required }) => {
  if (!value) return required ? req.t('validation:required') : true
  // What was there before a stricter rule must not keep the rest from being saved.
  if (value === previousValue) return true
  return parseEmail(value) === null ? req.t('validation:emailAddress') : true
}
