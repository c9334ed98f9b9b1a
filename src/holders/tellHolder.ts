import type { PayloadRequest } from 'payload'

import { inTransaction } from '../accounts/inTransaction'
import { findRecipient } from '../emails/licenseRepository'
import { queueMail } from '../emails/queueMail'
import { lockHolderMail, wasHolderTold } from './repository'

/**
 * Tells the holder of a licence that somebody else entered its code to have it: once a day, however many try at the same time. Nobody is
 * told where the licence names an account that is gone and no address.
 */
export async function tellHolder(req: PayloadRequest, licenseId: string): Promise<void> {
  await inTransaction(req, async (db) => {
    await lockHolderMail(db, `claimRefused ${licenseId}`)
    const recipient = await findRecipient(db, licenseId)
    if (!recipient || (await wasHolderTold(db, licenseId))) return
    await queueMail(req, {
      ...recipient,
      data: { license: licenseId, when: new Date().toISOString() },
      license: licenseId,
      template: 'claimRefused',
    })
  })
}
