import ipaddr from 'ipaddr.js'

import { matchesPattern } from './patterns'
import type { Environment } from './types'

const developmentHosts = ['localhost', '*.localhost', '*.test', '*.local']
const publicRanges = new Set(['unicast', 'reserved'])

/**
 * Whether an installation is a developer's machine, a staging site or the real thing.
 *
 * @param domain normalised; null when the client named none, which counts as production
 * @param patterns further hosts of the settings; those that speak of staging make staging sites
 */
export function environmentOf(domain: null | string, patterns: readonly string[]): Environment {
  if (domain === null) return 'production'
  if (isPrivateAddress(domain)) return 'development'
  if (developmentHosts.some((pattern) => matchesPattern(domain, pattern))) return 'development'
  const match = patterns
    .map((pattern) => pattern.trim().toLowerCase())
    .find((pattern) => pattern !== '' && matchesPattern(domain, pattern))
  if (match === undefined) return 'production'
  return match.includes('stag') ? 'staging' : 'development'
}

/** Documentation ranges count as public: they stand for real addresses in examples. */
function isPrivateAddress(host: string): boolean {
  return ipaddr.isValid(host) && !publicRanges.has(ipaddr.process(host).range())
}
