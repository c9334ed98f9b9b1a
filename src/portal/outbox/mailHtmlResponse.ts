import type { OutboxMail } from '../../emails/transport/outboxAdapter'

/** A mail is shown as a mail program does: its own styles and pictures, but no script, no form and no access to the site. */
const policy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data: https:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  'sandbox',
].join('; ')

/** The HTML of a mail, for the frame of the outbox. A page of the portal could not hold it: its policy forbids style attributes. */
export function mailHtmlResponse({ html }: OutboxMail): Response {
  return new Response(html, {
    headers: {
      'Cache-Control': 'private, no-store',
      'Content-Security-Policy': policy,
      'Content-Type': 'text/html; charset=utf-8',
      'Referrer-Policy': 'no-referrer',
      'X-Frame-Options': 'SAMEORIGIN',
    },
  })
}
