import type { CollectionBeforeChangeHook } from 'payload'

/** A password that an administrator sets takes the place of an imported one. */
export const forgetImportedHash: CollectionBeforeChangeHook = ({ data }) =>
  (data as { password?: unknown }).password ? { ...data, importedHash: null } : data
