import type { Payload } from 'payload'

import type { CustomerLanguage } from '../../collections/Customers/fields/language'
import { readSettings } from '../../collections/Settings/getSettings'
import { renderSample } from './renderSample'
import { senderOf } from './transport/sender'
import type { MailTemplate } from './types'

/**
 * Sends an example of a template at once, past the queue, so that the administrator sees what the mail server says.
 *
 * @throws Error with the mail server's words
 */
export async function sendSample(
  payload: Payload,
  sample: { language: CustomerLanguage; template: MailTemplate; to: string },
): Promise<void> {
  const settings = await readSettings(payload)
  const { html, subject, text } = await renderSample(payload, sample)
  await payload.sendEmail({
    from: senderOf(payload, settings.productName),
    headers: { 'Auto-Submitted': 'auto-generated' },
    html,
    replyTo: settings.supportEmail || undefined,
    subject: `[Test] ${subject}`,
    text,
    to: sample.to,
  })
}
