'use server'

import { refresh } from 'next/cache'

import { encodeAvatar } from '../../../collections/Avatars/encodeAvatar'
import { largestPhoto } from '../../../collections/Avatars/limits'
import { formOf } from '../actions/formOf'
import { refuseForeignOrigin } from '../actions/refuse'
import { requireCustomer } from '../session/customer'
import { paths } from '../shell/paths'
import type { AvatarState } from './avatarState'
import { parseCrop } from './parseCrop'
import { replaceAvatar } from './replaceAvatar'

/**
 * Makes a photo the customer's avatar.
 *
 * @param sent a form: `file`; `x`, `y`, `width`, `height` of the part to keep, in pixels of the photo, or none of them
 */
export async function saveAvatar(_previous: AvatarState, sent: unknown): Promise<AvatarState> {
  await refuseForeignOrigin()
  const form = formOf(sent)
  const { customer, req } = await requireCustomer(paths.settings)
  const file = form.get('file')
  const crop = parseCrop(form)
  if (!(file instanceof File) || file.size === 0) return { result: 'missing' }
  if (file.size > largestPhoto) return { result: 'tooLarge' }
  if (crop === undefined) return { result: 'failed' }
  try {
    // Before the transaction: a large photo takes a while, and connections are few.
    const encoded = await encodeAvatar(Buffer.from(await file.arrayBuffer()), crop)
    if ('error' in encoded) return { result: encoded.error }
    await replaceAvatar(req, customer.id, encoded.avatar)
  } catch (err) {
    req.payload.logger.error({ err, msg: 'A customer could not save their avatar' })
    return { result: 'failed' }
  }
  refresh()
  return { result: 'saved' }
}
