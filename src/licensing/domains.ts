import { domainToASCII } from 'node:url'

import ipaddr from 'ipaddr.js'

const longestDomain = 253

/**
 * The domain that client software runs on. Scheme, port, path, user and a leading `www.` are dropped, upper case and
 * international names become what DNS uses, so that `https://www.Example.com/app` and `example.com` are one.
 *
 * @param address a URL or a bare host, as the client sent it
 * @returns null when it names no host
 */
export function normalizeDomain(address: null | string | undefined): null | string {
  const text = address?.trim()
  if (!text || text.length > 2048 || /[\p{Cc}\s]/u.test(text)) return null
  const host = hostOf(text)
  if (!host) return null
  const ip = normalizeIp(host)
  if (ip) return ip
  const domain = domainToASCII(host.replace(/\.+$/, '')).replace(/^(?:www\.)+(?=[^.]+\.)/, '')
  return isDomain(domain) ? domain : null
}

/**
 * The canonical text of an IP address: IPv6 shortened and without brackets, IPv4 in IPv6 as IPv4.
 *
 * @returns null when it is none
 */
export function normalizeIp(address: null | string | undefined): null | string {
  const text = address?.trim().replace(/^\[(.*)\]$/, '$1')
  if (!text) return null
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) return text
  if (!text.includes(':') || !ipaddr.IPv6.isValid(text)) return null
  const parsed = ipaddr.process(text.replace(/%.*$/, ''))
  return parsed.toString()
}

function hostOf(text: string): null | string {
  if (normalizeIp(text)) return text
  const url = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `http://${text.replace(/^\/\//, '')}`
  // Only web addresses are parsed the way browsers do: host in ASCII, IPv4 shorthand resolved.
  const webUrl = url.replace(/^[a-z][a-z\d+.-]*:\/\//i, 'http://')
  return URL.canParse(webUrl) ? new URL(webUrl).hostname : null
}

function isDomain(domain: string): boolean {
  return (
    domain.length > 0 &&
    domain.length <= longestDomain &&
    domain.split('.').every((label) => /^[a-z\d_](?:[a-z\d_-]{0,61}[a-z\d_])?$/.test(label))
  )
}
