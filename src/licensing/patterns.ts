import { normalizeDomain, normalizeIp } from './domains'

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
  return isAllowed(domain, patterns, (pattern) => normalizeDomain(pattern) ?? pattern.toLowerCase())
}

/** The same for IP addresses, such as `10.0.0.*`. */
export function isIpAllowed(ip: null | string, patterns: readonly string[]): boolean {
  return isAllowed(ip, patterns, (pattern) => normalizeIp(pattern) ?? pattern.toLowerCase())
}

function isAllowed(
  value: null | string,
  patterns: readonly string[],
  normalize: (pattern: string) => string,
): boolean {
  const used = patterns.map((pattern) => pattern.trim()).filter(Boolean)
  if (used.length === 0) return true
  if (value === null) return false
  return used.some((pattern) =>
    matchesPattern(value, pattern.includes(wildcard) ? pattern.toLowerCase() : normalize(pattern)),
  )
}
