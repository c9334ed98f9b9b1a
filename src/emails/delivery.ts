import type { PayloadRequest } from 'payload'

import { readSettings } from '../../collections/Settings/getSettings'
import { inTransaction } from '../accounts/inTransaction'
import { findAuthById } from '../accounts/repository/customers'
import type { Queryable } from '../licensing/types'
import { findMailedLicense, findRecipient, type Recipient } from './licenseRepository'
import { mailMessages } from './messages/languages'
import { queueMail } from './queueMail'
import { type RenderedMail, renderMail } from './renderMail'
import { contentOf } from './templates'

/** What the administrator changed of the mail; what is empty is as usual. */
export type DeliveryEdits = { message?: null | string; subject?: null | string }

export type DeliveryPreview = RenderedMail & { message: string; to: null | string }

/**
 * The mail that would bring a licence to its owner.
 *
 * @returns null where there is no such licence
 */
export async function previewDelivery(
  { payload }: PayloadRequest,
  license: string,
  edits: DeliveryEdits,
): Promise<DeliveryPreview | null> {
  const { drizzle } = payload.db as unknown as { drizzle: Queryable }
  if (!(await findMailedLicense(drizzle, license))) return null
  const recipient = await findRecipient(drizzle, license)
  const customer = recipient?.customer ? await findAuthById(drizzle, recipient.customer) : null
  const settings = await readSettings(payload)
  const language = customer?.language ?? 'en'
  const to = recipient?.to ?? ''
  const context = {
    customer,
    isRetry: false,
    language,
    messages: mailMessages[language],
    payload,
    settings,
    to,
  }
  const template = 'licenseDelivery'
  const content = await contentOf(template, context, { ...edits, license })
  const mail = await renderMail({ content, language, payload, settings, template })
  return { ...mail, message: content.body, to: to || null }
}

/**
 * Queues the mail that brings a licence to its owner, or to another address.
 *
 * @param to where it goes in the place of the owner's address
 * @returns false where there is nobody to send it to, or no such licence
 */
export async function deliverLicense(
  req: PayloadRequest,
  license: string,
  { to, ...edits }: DeliveryEdits & { to?: null | string },
): Promise<boolean> {
  return inTransaction(req, async (db) => {
    if (!(await findMailedLicense(db, license))) return false
    const recipient = chosen(await findRecipient(db, license), to)
    if (!recipient) return false
    const data = { ...edits, license }
    await queueMail(req, { ...recipient, data, license, template: 'licenseDelivery' })
    return true
  })
}

/** Another address is not the customer's, so the mail is not in the customer's name. */
function chosen(recipient: null | Recipient, to: null | string | undefined): null | Recipient {
  if (!to || to === recipient?.to) return recipient
  return { customer: null, to }
}
