import type { CollectionBeforeChangeHook } from 'payload'

type Row = { confirmedAt?: null | string; email?: string; pendingEmail?: null | string }

/**
 * A confirmation is of the address that it was given for: with another address it is gone, unless the administrator confirms the new
 * one in the same step.
 */
export const forgetConfirmation: CollectionBeforeChangeHook = ({
  data,
  operation,
  originalDoc,
}) => {
  const row = data as Row
  const before = originalDoc as Row | undefined
  if (operation !== 'update' || !row.email || row.email === before?.email) return data
  const isConfirmedAnew = row.confirmedAt && row.confirmedAt !== before?.confirmedAt
  return { ...row, confirmedAt: isConfirmedAnew ? row.confirmedAt : null, pendingEmail: null }
}
