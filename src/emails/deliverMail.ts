import type { Payload } from 'payload'

import { readSettings } from '../../collections/Settings/getSettings'
import { type AuthRow, findAuthById } from '../accounts/repository/customers'
import { extensionsOf } from '../extensions/extensionsOf'
import type { Queryable } from '../licensing/types'
import type { MailContext } from './context'
import { licenseReasonToSkip } from './licenseReasonToSkip'
import { languageOf } from './languageOf'
import { mailMessages } from './messages/languages'
import { renderMail } from './renderMail'
import { type ClaimedMail, claimMail, markFailed, markSent, markSkipped } from './repository'
import { contentOf } from './templates'
import { senderOf } from './transport/sender'
import type { MailTemplate } from './types'

/** How often a mail is tried: with the queue's growing pauses, over about an hour. */
export const mailAttempts = 12

/**
 * Sends a mail of the queue. Its links are made now, so that their time begins when they can be read.
 *
 * @throws Error when it could not be handed over; the queue then tries again
 */
export async function deliverMail(payload: Payload, id: string): Promise<void> {
  const db = (payload.db as unknown as { drizzle: Queryable }).drizzle
  const mail = await claimMail(db, id)
  if (mail === 'done') return
  if (mail === 'busy') throw new Error('Another worker is sending this mail.')
  try {
    const customer = mail.customer ? await findAuthById(db, mail.customer) : null
    const { isPortalOn } = extensionsOf(payload.config)
    const reason =
      (isPortalOn ? null : reasonWithoutPortal(mail)) ??
      reasonToSkip(mail, customer) ??
      (await licenseReasonToSkip(db, mail))
    if (reason) return await markSkipped(db, id, reason)
    await markSent(db, id, await send(payload, mail, customer))
  } catch (error) {
    const text = (error instanceof Error ? error.message : String(error)).slice(0, 500)
    await markFailed(db, id, { error: text, isLast: mail.attempts >= mailAttempts })
    throw new Error(`A mail could not be sent: ${text}`, { cause: error })
  }
}

async function send(
  payload: Payload,
  mail: ClaimedMail,
  customer: AuthRow | null,
): Promise<{ messageId: string; subject: string }> {
  const settings = await readSettings(payload)
  const language = await languageOf(payload, mail, customer)
  const context: MailContext = {
    customer,
    isRetry: mail.attempts > 1,
    language,
    messages: mailMessages[language],
    payload,
    settings,
    to: mail.to,
  }
  const content = await contentOf(mail.template, context, mail.data)
  const { attachments, html, subject, text } = await renderMail({
    content,
    language,
    payload,
    settings,
    // One that there is not has no content.
    template: mail.template as MailTemplate,
  })
  // The same at every try: a server that took the mail and could not say so shows it once.
  const messageId = `<${mail.id}@${new URL(payload.config.serverURL || 'http://localhost').hostname}>`
  await payload.sendEmail({
    attachments,
    from: senderOf(payload, settings.productName),
    headers: { 'Auto-Submitted': 'auto-generated' },
    html,
    messageId,
    replyTo: settings.supportEmail || undefined,
    subject,
    text,
    to: mail.to,
  })
  return { messageId, subject }
}

const needNoAccount = [
  'accountDeleted',
  'alreadyRegistered',
  'claimRefused',
  'expiryWarning',
  'licenseDelivery',
  'slotLink',
  'socialProof',
]

/** Their links are made when they leave: disabling an account cannot have voided them before. */
const opensAccount = ['confirmEmail', 'confirmNewEmail', 'invitation', 'resetPassword']

/** They say something to who cannot open a page of the portal. */
const needNoPortal = ['accountDeleted', 'emailChanged', 'expiryWarning', 'licenseDelivery']

/** Why a mail makes no sense where the app has no portal; null when it does. */
function reasonWithoutPortal({ template }: ClaimedMail): null | string {
  return needNoPortal.includes(template) ? null : 'There is no customer portal.'
}

/** Why a mail that was queued makes no sense any more; null when it does. */
function reasonToSkip(
  { customer: id, template, to }: ClaimedMail,
  customer: AuthRow | null,
): null | string {
  if (needNoAccount.includes(template)) return null
  if (!id || !customer) return 'The account is deleted.'
  if (opensAccount.includes(template) && customer.disabledAt) return 'The account is disabled.'
  const hasPassword = Boolean(customer.password.hash || customer.importedHash)
  if (template === 'invitation' && hasPassword) return 'The account has a password.'
  if (template === 'confirmEmail' && customer.confirmedAt) return 'The address is confirmed.'
  if (template === 'confirmNewEmail' && customer.pendingEmail !== to)
    return 'The change was given up.'
  const isAboutPresentAddress = ['confirmEmail', 'invitation', 'resetPassword'].includes(template)
  return isAboutPresentAddress && customer.email !== to ? 'The address is another one now.' : null
}
