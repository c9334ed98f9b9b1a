import type { Payload } from 'payload'

/** Who a mail is from: `MAIL_FROM`, else the product's name at the server's host. */
export function senderOf(payload: Payload, productName: string): { address: string; name: string } {
  const { address, name } = configuredSender(payload.config.serverURL)
  return { address, name: name ?? productName }
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
