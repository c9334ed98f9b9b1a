import type { CollectionBeforeChangeHook } from 'payload'

import { digestFile } from '../../../src/releases/fileDigest'

/** Checksum and signature of the bytes that are uploaded, whoever uploads them and whatever they say of it. */
export const signFile: CollectionBeforeChangeHook = async ({ data, req }) => {
  const { file } = req
  if (!file) return data
  const bytes = file.tempFilePath ? { path: file.tempFilePath } : { data: file.data }
  return { ...data, ...(await digestFile(req.payload, bytes)) }
}
