import { nodemailerAdapter } from '@payloadcms/email-nodemailer'
import type { EmailAdapter } from 'payload'

import { outboxAdapter } from './outboxAdapter'
import { configuredSender } from './sender'

/** Where mails go: to an SMTP server, into a folder, or nowhere yet. */
export type MailTransport = 'none' | 'outbox' | 'smtp'

/** What the environment gives: `SMTP_URL`, else the folder of `MAIL_OUTBOX`. */
export function mailTransport(): MailTransport {
  if (process.env.SMTP_URL) return 'smtp'
  return process.env.MAIL_OUTBOX ? 'outbox' : 'none'
}

const connectionMs = 10_000
const silenceMs = 30_000

/**
 * Payload's e-mail adapter for the environment. The server is not asked anything at the start: mails wait in the queue while it is
 * away.
 *
 * @param serverURL the configured address of the site, for the sender
 */
export async function mailAdapter(serverURL: string): Promise<EmailAdapter> {
  const { address, name } = configuredSender(serverURL)
  const sender = { defaultFromAddress: address, defaultFromName: name ?? 'License Manager' }
  const transport = mailTransport()
  if (transport === 'outbox')
    return outboxAdapter({ ...sender, folder: process.env.MAIL_OUTBOX ?? '' })
  if (transport === 'none') return () => ({ ...sender, name: 'none', sendEmail: refuse })
  // nodemailer reads `url` beside the rest; its type knows the address alone or the rest alone.
  const transportOptions: object = {
    connectionTimeout: connectionMs,
    dnsTimeout: connectionMs,
    greetingTimeout: connectionMs,
    requireTLS: needsTls(process.env.SMTP_URL ?? ''),
    socketTimeout: silenceMs,
    url: process.env.SMTP_URL,
  }
  return (await nodemailerAdapter({
    ...sender,
    skipVerify: true,
    transportOptions,
  }))
}

/** Passwords and links go over the net encrypted; `?ignoreTLS=true` in `SMTP_URL` switches that off for a server next door. */
function needsTls(url: string): boolean {
  if (!URL.canParse(url))
    throw new Error('SMTP_URL must be an address such as smtp://user:password@host:587.')
  const { hostname, protocol, searchParams } = new URL(url)
  if (protocol !== 'smtp:') return false
  return (
    !['127.0.0.1', '[::1]', 'localhost'].includes(hostname) &&
    searchParams.get('ignoreTLS') !== 'true'
  )
}

const refuse = async (): Promise<never> => {
  throw new Error('SMTP_URL is not set.')
}
