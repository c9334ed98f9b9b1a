import ipaddr from 'ipaddr.js'

import { normalizeDomainPattern, normalizeIp } from './domains'

const wildcard = '*'

/**
 * Whether a value fits a pattern in which `*` stands for any text, dots included. `*.example.com` is every name below
 * `example.com`, not `example.com` itself. Time is linear in the length of the value for each `*`.
 */
export function matchesPattern(value: string, pattern: string): boolean {
  const parts = pattern.split(wildcard)
  const [head = ''] = parts
  if (parts.length === 1) return value === pattern
  const tail = parts.at(-1) ?? ''
  if (!value.startsWith(head) || value.length < head.length + tail.length) return false
  let position = head.length
  for (const part of parts.slice(1, -1)) {
    const found = value.indexOf(part, position)
    if (found === -1) return false
    position = found + part.length
  }
  return value.endsWith(tail) && position <= value.length - tail.length
}

/**
 * Whether an allow-list lets a domain in. An empty list lets everything in; nothing else lets in a client that names no
 * domain.
 *
 * @param domain normalised
 */
export function isDomainAllowed(domain: null | string, patterns: readonly string[]): boolean {
  return isAllowed(() => (domain === null ? [] : [domain]), patterns, normalizeDomainPattern)
}

/**
 * The same for IP addresses, such as `10.0.0.*`. A pattern for IPv6 may be written short (`2001:db8::*`) or with every
 * group (`2001:db8:0:0:*`).
 *
 * @param ip normalised
 */
export function isIpAllowed(ip: null | string, patterns: readonly string[]): boolean {
  return isAllowed(() => (ip === null ? [] : spellingsOf(ip)), patterns, normalizeIpPattern)
}

function isAllowed(
  spell: () => string[],
  patterns: readonly string[],
  normalize: (pattern: string) => string,
): boolean {
  const used = patterns.filter((pattern) => pattern.trim())
  if (used.length === 0) return true
  const spellings = spell()
  return used
    .map(normalize)
    .some((pattern) => spellings.some((value) => matchesPattern(value, pattern)))
}

function spellingsOf(ip: string): string[] {
  return ipaddr.isValid(ip) ? [ip, ipaddr.parse(ip).toNormalizedString()] : [ip]
}

function normalizeIpPattern(pattern: string): string {
  const text = pattern.trim().toLowerCase()
  const address = normalizeIp(text)
  if (address) return address
  return text
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/^::ffff:(?=[\d*]+\.)/, '')
    .replace(/(^|:)0+(?=[\da-f])/g, '$1')
}
