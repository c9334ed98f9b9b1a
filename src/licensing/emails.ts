import { domainToASCII } from 'node:url'

/**
 * The form in which e-mail addresses are stored and compared: Unicode NFKC, trimmed, lower-cased, the domain as DNS has it
 * (`ada@müller.example` is `ada@xn--mller-kva.example`).
 *
 * @param address as somebody typed it
 */
export function normalizeEmailAddress(address: string): string {
  const text = address.normalize('NFKC').trim().toLowerCase()
  const domain = text.slice(text.lastIndexOf('@') + 1)
  if (/^[ -~]*$/.test(domain)) return text
  return text.slice(0, -domain.length) + (domainToASCII(domain) || domain)
}
