import type { PayloadRequest } from 'payload'

import type { CustomerLanguage } from '../../collections/Customers/fields/language'
import { readSettings } from '../../collections/Settings/getSettings'
import { licensingSettings } from '../../collections/Settings/licensingSettings'
import { inTransaction } from '../accounts/inTransaction'
import { findAuthById } from '../accounts/repository/customers'
import { wasAddressMailedLately } from '../accounts/repository/mails'
import { findRecipient } from '../emails/licenseRepository'
import { queueMail } from '../emails/queueMail'
import { normalizeEmailAddress } from '../licensing/emails'
import { findLicenseByCode } from '../licensing/repository/licenses'
import { lockHolderMail } from './repository'

/**
 * Queues the mail with a link to free a slot, where the address is that of the licence's holder and got none for it just now. A customer
 * whose account is disabled gets none. Those who ask at the same time wait for each other.
 */
export async function sendSlotLink(
  req: PayloadRequest,
  { code, email, language }: { code: string; email: string; language: CustomerLanguage | null },
): Promise<void> {
  await inTransaction(req, async (db) => {
    const settings = licensingSettings(await readSettings(req.payload, req))
    const found = await findLicenseByCode(db, code, settings)
    if (!found) return
    await lockHolderMail(db, `slotLink ${found.id}`)
    const recipient = await findRecipient(db, found.id)
    if (!recipient || normalizeEmailAddress(recipient.to) !== email) return
    const customer = recipient.customer ? await findAuthById(db, recipient.customer) : null
    if (customer?.disabledAt) return
    if (await wasAddressMailedLately(db, recipient.to, 'slotLink', found.id)) return
    const data = { language, license: found.id }
    await queueMail(req, { ...recipient, data, license: found.id, template: 'slotLink' })
  })
}
