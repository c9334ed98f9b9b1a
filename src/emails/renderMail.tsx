import type { CustomerLanguage } from '../../collections/Customers/fields/language'
import type { Setting } from '../../payload-types'
import type { MailAttachment, MailContent } from './content'

/** A mail as it is sent. */
export type RenderedMail = {
  attachments: MailAttachment[]
  html: string
  subject: string
  text: string
}

/** Gives a mail its form, as HTML and as text. Every value in it is escaped. */
export async function renderMail(
  content: MailContent,
  settings: Setting,
  language: CustomerLanguage,
): Promise<RenderedMail> {
  // Only when a mail is sent: pages never load this, and Next refuses react-dom's server part among theirs.
  const [{ render, toPlainText }, { Layout }] = await Promise.all([
    import('@react-email/components'),
    import('./Layout'),
  ])
  const brand = {
    color: settings.brandColor,
    logoUrl: settings.logoUrl || null,
    name: settings.productName,
    supportEmail: settings.supportEmail || null,
  }
  const html = await render(<Layout brand={brand} content={content} language={language} />)
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
