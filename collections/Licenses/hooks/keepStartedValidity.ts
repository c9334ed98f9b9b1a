import type { CollectionBeforeChangeHook } from 'payload'

import type { License } from '../../../payload-types'

/**
 * Leaves the end of a licence out of an edit that does not change it. Payload fills what an edit leaves out with what it read at
 * the start; written back, that would undo a validity that a first activation started meanwhile.
 */
export const keepStartedValidity: CollectionBeforeChangeHook<License> = ({ data, originalDoc }) => {
  if (!originalDoc || (data.expiresAt ?? null) !== (originalDoc.expiresAt ?? null)) return data
  const edited = { ...data }
  delete edited.expiresAt
  return edited
}
