import type { CollectionAfterDeleteHook } from 'payload'

import type { Customer } from '../../../payload-types'
import { deleteAvatarOf } from '../../Avatars/deleteAvatarOf'

/** The photo goes with the customer. */
export const deleteAvatar: CollectionAfterDeleteHook<Customer> = ({ doc, req }) =>
  deleteAvatarOf(req, doc)
