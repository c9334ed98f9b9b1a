import { isIPv4 } from 'node:net'

import ipaddr from 'ipaddr.js'
import { parseUrl } from '../text/parseUrl'

const longestAddress = 2048
const longestDomain = 253
const looksLikeIpv4 = /^[\d.]+$/
const looksLikeIpv6 = /^[\da-f.]*:[\da-f:.]*(?:%.*)?$/i
const anyScheme = /^[a-z][a-z\d+.-]*:[/\\]+/i

/**
 * The domain that client software runs on. Scheme, port, path, user and a leading `www.` are dropped, upper case and
 * international names become what DNS uses, so that `https://www.Example.com/app` and `example.com` are one.
 *
 * @param address a URL or a bare host, as the client sent it
 * @returns null when it names no host
 */
export function normalizeDomain(address: null | string | undefined): null | string {
  const host = hostOf(address)
  if (!host) return null
  const ip = normalizeIp(host)
  if (ip) return ip
  const domain = withoutWww(host)
  return isDomain(domain) ? domain : null
}

/**
 * A pattern with `*` in the form that normalised domains have: `https://*.Bücher.example` becomes
 * `*.xn--bcher-kva.example`. What cannot be read as a host is only lower-cased.
 */
export function normalizeDomainPattern(pattern: string): string {
  const host = pattern.includes('*') ? hostOf(pattern) : null
  if (host) return withoutWww(host)
  return normalizeDomain(pattern) ?? pattern.trim().toLowerCase()
}

/**
 * The canonical text of an IP address: IPv6 shortened and without brackets, IPv4 in IPv6 as IPv4.
 *
 * @returns null when it is none
 */
export function normalizeIp(address: null | string | undefined): null | string {
  const text = address?.trim().replace(/^\[(.*)\]$/, '$1')
  if (!text) return null
  // What does not look like an address is most of what is asked, and the library finds that out by errors, which are slow.
  if (looksLikeIpv4.test(text)) return isIPv4(text) ? text : null
  if (!looksLikeIpv6.test(text) || !ipaddr.IPv6.isValid(text)) return null
  return ipaddr.process(text.replace(/%.*$/, '')).toString()
}

function hostOf(address: null | string | undefined): null | string {
  const text = address?.trim()
  if (!text || text.length > longestAddress || /[\p{Cc}\s]/u.test(text)) return null
  if (normalizeIp(text)) return text
  // Only web addresses are parsed the way browsers do: host in ASCII, IPv4 shorthand resolved.
  const webUrl = `http://${text.replace(anyScheme, '').replace(/^[/\\]+/, '')}`
  return parseUrl(webUrl)?.hostname.replace(/\.$/, '') ?? null
}

/** One label must be left with another behind it: `www.com` is a name of its own. */
function withoutWww(host: string): string {
  return host.replace(/^(?:www\.)+(?=[^.]+\.)/, '')
}

function isDomain(domain: string): boolean {
  return (
    domain.length > 0 &&
    domain.length <= longestDomain &&
    domain.split('.').every((label) => /^[a-z\d_](?:[a-z\d_-]{0,61}[a-z\d_])?$/.test(label))
  )
}
