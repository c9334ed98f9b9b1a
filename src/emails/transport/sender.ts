import type { Payload } from 'payload'

/**
 * Who a mail is from: `MAIL_FROM`, else the product's name at the server's host. The name is quoted, because Payload's adapter puts
 * name and address together as they are: an address in the name would become the sender.
 */
export function senderOf(payload: Payload, productName: string): string {
  const { address, name } = configuredSender(payload.config.serverURL)
  const quoted = (name ?? productName).replace(/\p{Cc}+/gu, ' ').replace(/[\\"]/g, '\\$&')
  return `"${quoted}" <${address}>`
}

/** The configured sender: `Name <address>` or an address alone. */
export function configuredSender(serverURL: string): { address: string; name: null | string } {
  const given = process.env.MAIL_FROM?.trim()
  const { hostname } = new URL(serverURL || 'http://localhost')
  if (!given) return { address: `no-reply@${hostname}`, name: null }
  const match = /^(.*?)\s*<([^<>\s]+)>$/.exec(given)
  return match?.[2]
    ? { address: match[2], name: match[1]?.replace(/^"|"$/g, '') || null }
    : { address: given, name: null }
}
