import { domainOf, parseAddress, schemeOf } from './domain.js'
import type { Options } from './types.js'

/** As the server keeps both of them. */
const longestText = 500
/** As it takes a field of a body. */
const longestField = 255
const printableAscii = /^[\x20-\x7e]*$/

/** Where the software runs, as the server understands what it is told. */
export type Here = { domain: null | string; fingerprint: null | string; url: null | string }

/** Reads it from the options. */
export function hereOf({ fingerprint, url }: Pick<Options, 'fingerprint' | 'url'>): Here {
  const address = clean(url)
  const sent = address === null ? null : toHeader(address).slice(0, longestText)
  return { domain: domainOf(sent), fingerprint: clean(fingerprint), url: sent }
}

/** What a call says of it. A header holds ASCII only, so the fingerprint is in the body. */
export function tell({ fingerprint, url }: Here): {
  body: { fingerprint?: string }
  headers: Record<string, string>
} {
  const headers: Record<string, string> = url === null ? {} : { 'X-API-URL': url }
  if (fingerprint === null) return { body: {}, headers }
  // Only a header may be as long.
  const isHeader = fingerprint.length > longestField && printableAscii.test(fingerprint)
  return isHeader
    ? { body: {}, headers: { ...headers, 'X-API-FINGERPRINT': fingerprint } }
    : { body: { fingerprint }, headers }
}

function clean(text: string | undefined): null | string {
  return (
    text
      ?.replace(/\p{Cc}/gu, '')
      .trim()
      .slice(0, longestText) || null
  )
}

function toHeader(address: string): string {
  if (printableAscii.test(address)) return address
  const parsed = parseAddress(address)
  if (parsed) return `${schemeOf(address)}${parsed.href.slice('http://'.length)}`
  return address.replace(/[^\x20-\x7e]+/g, (part) =>
    encodeURIComponent(part.replace(/\p{Cs}/gu, '\ufffd')),
  )
}
