import { stat } from 'node:fs/promises'
import path from 'node:path'

import type { CollectionConfig, PayloadRequest, UploadCollectionSlug, UploadConfig } from 'payload'

type Handler = NonNullable<UploadConfig['handlers']>[number]

/** Answers 404 where an upload is asked for that is not on the disk, which Payload reports as a failure of the server. */
export function withMissingFiles(collection: CollectionConfig): CollectionConfig {
  if (!collection.upload) return collection
  const upload = collection.upload === true ? {} : collection.upload
  return {
    ...collection,
    upload: { ...upload, handlers: [answerMissing as Handler, ...(upload.handlers ?? [])] },
  }
}

const answerMissing = async (
  { payload, t }: PayloadRequest,
  { params: { collection, filename } }: Parameters<Handler>[1],
): Promise<Response | undefined> => {
  const upload = payload.collections[collection as UploadCollectionSlug]?.config.upload
  if (!upload || upload.disableLocalStorage) return undefined
  try {
    await stat(path.resolve(upload.staticDir ?? collection, filename))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') return undefined
    return Response.json({ errors: [{ message: t('general:notFound') }] }, { status: 404 })
  }
  return undefined
}
