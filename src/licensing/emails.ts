import { domainToASCII } from 'node:url'

/** What a domain is written with. Anything else would be read as the rest of a web address, or decoded, and end as another domain. */
const international = /^[\p{L}\p{M}\p{N}.-]+$/u

/**
 * The form in which e-mail addresses are stored and compared: Unicode NFKC, trimmed, lower-cased, the domain as DNS has it
 * (`ada@müller.example` is `ada@xn--mller-kva.example`). What is no address stays none.
 *
 * @param address as somebody typed it
 */
export function normalizeEmailAddress(address: string): string {
  const text = address.normalize('NFKC').trim().toLowerCase()
  const at = text.lastIndexOf('@')
  const domain = text.slice(at + 1)
  if (at === -1 || /^[ -~]*$/.test(domain) || !international.test(domain)) return text
  return text.slice(0, at + 1) + (domainToASCII(domain) || domain)
}
