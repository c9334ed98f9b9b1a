import { readFile, stat, unlink } from 'node:fs/promises'

import { type CollectionBeforeOperationHook, type PayloadRequest, ValidationError } from 'payload'

import { isAdminRequest } from '../../access/isAdmin'
import { encodeAvatar, type EncodeError } from './encodeAvatar'
import { largestPhoto } from './limits'
import { slugOf } from '../../src/slugs/slugOf'

/** Set in a request's context by code that hands over what `encodeAvatar` made. Clients cannot set it. */
export const isEncodedAvatar = 'isEncodedAvatar'

const messages: Record<EncodeError, string> = {
  failed: 'The photo could not be processed.',
  missing: 'Choose a photo.',
  notAnImage: 'This is not a JPEG, PNG or WebP photo, or it is damaged.',
  tooLarge: 'The photo is larger than 5 MB.',
  tooManyPixels: 'The photo has more than 40 megapixels or a side of more than 12,000 pixels.',
}

/**
 * Whatever an administrator uploads is stored as customers' own photos are: encoded anew, square, without metadata.
 *
 * @throws ValidationError on the field `file`
 */
export const encodeUpload: CollectionBeforeOperationHook = async ({
  args,
  operation,
  overrideAccess,
  req,
}) => {
  if (operation !== 'create' && operation !== 'update') return args
  if (req.context[isEncodedAvatar]) return args
  // Payload asks who may do this only afterwards. Nobody else's file is to be decoded for a refusal.
  if (!overrideAccess && !isAdminRequest(req)) return args
  if (!req.file && operation === 'update') return args
  const result = await encodeFile(req.file)
  if ('error' in result) {
    const errors = [{ message: messages[result.error], path: 'file' }]
    throw new ValidationError({ collection: slugOf('avatars'), errors, req })
  }
  req.file = result.avatar
  return args
}

async function encodeFile(file: PayloadRequest['file']): ReturnType<typeof encodeAvatar> {
  // Without a file Payload would fetch one from an address, past this hook.
  if (!file) return { error: 'missing' }
  if (!file.tempFilePath) return encodeAvatar(file.data)
  try {
    const { size } = await stat(file.tempFilePath)
    return size > largestPhoto
      ? { error: 'tooLarge' }
      : encodeAvatar(await readFile(file.tempFilePath))
  } finally {
    await unlink(file.tempFilePath)
  }
}
