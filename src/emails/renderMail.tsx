import type { Payload } from 'payload'

import type { CustomerLanguage } from '../../collections/Customers/fields/language'
import type { Setting } from '../../payload-types'
import { extensionsOf } from '../extensions/extensionsOf'
import type { MailAttachment, MailBrand, MailContent } from './content'
import type { MailTemplate } from './types'

/** A mail as it is sent. */
export type RenderedMail = {
  attachments: MailAttachment[]
  html: string
  subject: string
  text: string
}

type RenderArgs = {
  content: MailContent
  language: CustomerLanguage
  payload: Pick<Payload, 'config'>
  settings: Setting
  template: MailTemplate
}

/**
 * Gives a mail its form, as HTML and as text: ours, in which every value is escaped, or the host's.
 *
 * @throws what the host's layout throws
 */
export async function renderMail({
  content,
  language,
  payload,
  settings,
  template,
}: RenderArgs): Promise<RenderedMail> {
  // Only when a mail is sent: pages never load this, and Next refuses react-dom's server part among theirs.
  const [{ render, toPlainText }, { Layout }] = await Promise.all([
    import('@react-email/components'),
    import('./Layout'),
  ])
  const brand: MailBrand = {
    color: settings.brandColor,
    logoUrl: settings.logoUrl || null,
    name: settings.productName,
    supportEmail: settings.supportEmail || null,
  }
  const { mailLayout } = extensionsOf(payload.config)
  const html = mailLayout
    ? await mailLayout({ brand, content, language, template })
    : await render(<Layout brand={brand} content={content} language={language} />)
  return {
    attachments: content.attachments ?? [],
    html,
    subject: oneLine(content.subject),
    text: toPlainText(html),
  }
}

/** A header has one line. */
function oneLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ').trim()
}
