import {
  commitTransaction,
  initTransaction,
  killTransaction,
  type Payload,
  type PayloadRequest,
} from 'payload'

import { type EncodedAvatar } from '../../../collections/Avatars/encodeAvatar'
import { isEncodedAvatar } from '../../../collections/Avatars/encodeUpload'
import { removeOrphan } from '../../../collections/Avatars/removeOrphan'
import {
  deleteUnusedAvatar,
  findAvatarOf,
  lockAvatarOf,
} from '../../../collections/Avatars/repository'
import { transactionOf } from '../../../collections/transaction'
import type { Queryable } from '../../licensing/types'
import { slugOf } from '../../slugs/slugOf'

/**
 * Puts an avatar in the place of a customer's present one, or none. The old row goes in the same transaction, the old file after
 * it. When anything fails the old avatar is still there and the new file is not.
 *
 * @param req without a transaction; it gets one of its own
 * @param avatar null to have none
 * @throws what the database or the disk throws, and when the customer is gone
 */
export async function replaceAvatar(
  req: PayloadRequest,
  customer: string,
  avatar: EncodedAvatar | null,
): Promise<void> {
  await initTransaction(req)
  let old: Old
  try {
    old = await swap(req, customer, avatar)
    await commitTransaction(req)
  } catch (error) {
    await killTransaction(req)
    if (avatar) await removeOrphan(req.payload, avatar.name)
    throw error
  }
  if (old.filename) await removeOrphan(req.payload, old.filename)
  if (avatar) await assertCommitted(req.payload, customer, old, avatar)
}

type Old = { filename: null | string; id: null | string }

async function swap(
  req: PayloadRequest,
  customer: string,
  avatar: EncodedAvatar | null,
): Promise<Old> {
  const db = await transactionOf(req)
  const old = await lockAvatarOf(db, customer)
  if (old === undefined) throw new Error('The customer is not there any more.')
  await req.payload.db.updateOne({
    collection: slugOf('customers'),
    data: {
      avatar: avatar && (await createRow(req, avatar)),
      updatedAt: new Date().toISOString(),
    },
    id: customer,
    req,
    returning: false,
  })
  return { filename: old && (await deleteUnusedAvatar(db, old)), id: old }
}

async function createRow(req: PayloadRequest, avatar: EncodedAvatar): Promise<string> {
  const { id } = await req.payload.create({
    collection: slugOf('avatars'),
    context: { [isEncodedAvatar]: true },
    data: {},
    depth: 0,
    file: avatar,
    // Customers have no create access; that they may have one avatar, their own, is decided here.
    overrideAccess: true,
    req,
  })
  return id
}

/** Payload says nothing of a commit that was lost with its connection. */
async function assertCommitted(
  payload: Payload,
  customer: string,
  old: Old,
  avatar: EncodedAvatar,
): Promise<void> {
  const db = (payload.db as unknown as { drizzle: Queryable }).drizzle
  if ((await findAvatarOf(db, customer)) !== old.id) return
  await removeOrphan(payload, avatar.name)
  throw new Error('The avatar was not committed.')
}
