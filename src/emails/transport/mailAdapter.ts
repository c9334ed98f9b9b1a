import { nodemailerAdapter } from '@payloadcms/email-nodemailer'
import type { EmailAdapter } from 'payload'

import { outboxAdapter } from './outboxAdapter'
import { configuredSender } from './sender'
import { parseUrl } from '../../text/parseUrl'

/** Where mails go: to an SMTP server, into a folder, or nowhere yet. */
export type MailTransport = 'none' | 'outbox' | 'smtp'

/** What the environment gives: `SMTP_URL`, else the folder of `MAIL_OUTBOX`. */
export function mailTransport(): MailTransport {
  if (process.env.SMTP_URL) return 'smtp'
  return process.env.MAIL_OUTBOX ? 'outbox' : 'none'
}

const connectionMs = 10_000
const silenceMs = 60_000

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
  // Its type knows no options with an address, and with an address nodemailer takes the options from there alone.
  const transportOptions: object = { url: withOptions(process.env.SMTP_URL ?? '') }
  return nodemailerAdapter({ ...sender, skipVerify: true, transportOptions })
}

/** The address with what every conversation keeps to: encryption, and an end to waiting. */
function withOptions(address: string): string {
  const requireTLS = needsTls(address)
  const url = new URL(address)
  const options = {
    connectionTimeout: connectionMs,
    dnsTimeout: connectionMs,
    greetingTimeout: connectionMs,
    requireTLS,
    socketTimeout: silenceMs,
  }
  for (const [name, value] of Object.entries(options)) url.searchParams.set(name, String(value))
  return url.href
}

/** Passwords and links go over the net encrypted; `?ignoreTLS=true` in `SMTP_URL` switches that off for a server next door. */
function needsTls(url: string): boolean {
  if (!parseUrl(url))
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
