import ipaddr from 'ipaddr.js'

import { normalizeDomainPattern } from './domains'
import { matchesPattern } from './patterns'
import type { Environment } from './types'

const developmentHosts = ['localhost', '*.localhost', '*.test', '*.local']
const privateRanges = new Set(['linkLocal', 'loopback', 'private', 'uniqueLocal', 'unspecified'])

/**
 * Whether an installation is a developer's machine, a staging site or the real thing. Names for development are those
 * reserved by RFC 6761 and RFC 6762, and private addresses.
 *
 * @param domain normalised; null when the client named none, which counts as production
 * @param patterns further hosts of the settings; those that speak of staging make staging sites
 */
export function environmentOf(domain: null | string, patterns: readonly string[]): Environment {
  if (domain === null) return 'production'
  if (isPrivateAddress(domain)) return 'development'
  if (developmentHosts.some((pattern) => matchesPattern(domain, pattern))) return 'development'
  const match = patterns
    .map(normalizeDomainPattern)
    .find((pattern) => matchesPattern(domain, pattern))
  if (match === undefined) return 'production'
  return match.includes('stag') ? 'staging' : 'development'
}

function isPrivateAddress(host: string): boolean {
  return ipaddr.isValid(host) && privateRanges.has(ipaddr.process(host).range())
}
