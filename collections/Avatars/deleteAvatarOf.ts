import type { PayloadRequest } from 'payload'

import type { Customer } from '../../payload-types'
import { fileStorage } from '../../src/storage/fileStorage'
import { transactionOf } from '../transaction'
import { deleteUnusedAvatar } from './repository'

/**
 * Deletes the avatar of a customer who was deleted, with its file. To be called in the transaction that deleted them, as late as
 * possible: a file does not come back when the transaction fails.
 *
 * @param customer as they were
 */
export async function deleteAvatarOf(
  req: PayloadRequest,
  { avatar }: Pick<Customer, 'avatar'>,
): Promise<void> {
  const id = typeof avatar === 'object' ? avatar?.id : avatar
  if (!id) return
  const filename = await deleteUnusedAvatar(await transactionOf(req), id)
  if (!filename) return
  try {
    await fileStorage(req.payload).remove('avatars', filename)
  } catch (err) {
    // A customer must not stay because a file does.
    req.payload.logger.error({
      err,
      msg: `The file of a deleted avatar could not be removed: ${filename}`,
    })
  }
}
