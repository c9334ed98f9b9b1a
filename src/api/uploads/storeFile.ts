import { FileUploadError, type PayloadRequest } from 'payload'

import type { ReleaseFile } from '../../../payload-types'
import { ApiError } from '../errors'
import type { ApiContext } from '../types'
import { slugOf } from '../../slugs/slugOf'

/**
 * Keeps a received file as a release file, in the transaction of the request.
 *
 * @param names under which the file may have been sent
 * @returns null where none of them was
 * @throws ApiError 507 where the disk is full
 */
export async function storeFile(
  context: ApiContext,
  req: PayloadRequest,
  names: readonly string[],
): Promise<null | ReleaseFile> {
  const upload = context.get('upload')
  const name = names.find((candidate) => upload?.files.has(candidate))
  const file = name === undefined ? undefined : upload?.files.get(name)
  if (!upload || !file) return null
  try {
    const stored = await req.payload.create({
      collection: slugOf('release-files'),
      data: {},
      depth: 0,
      file: {
        data: Buffer.alloc(0),
        mimetype: file.mimetype,
        name: file.name,
        size: file.size,
        tempFilePath: file.path,
      },
      // The internal key was checked; it acts as an administrator.
      overrideAccess: true,
      req,
    })
    if (stored.filename) upload.stored.push(stored.filename)
    return stored
  } catch (error) {
    // Payload says no more than that the file could not be written.
    throw error instanceof FileUploadError ? new ApiError(507, 'noRoom') : error
  } finally {
    req.file = undefined
  }
}
