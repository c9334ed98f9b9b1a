import { createHash } from 'node:crypto'

import { addressBlock } from '../../http/addressBlock'

/** How many attempts may fail in a row before the next one has to wait. */
export const freeAttempts = 5

const firstDelaySeconds = 60
const longestDelaySeconds = 60 * 60

/**
 * For how many seconds the next attempt is refused after so many failed ones in a row: none, then a minute, and twice as long each
 * time, up to an hour.
 */
export function delayAfter(failures: number): number {
  if (failures < freeAttempts) return 0
  return Math.min(
    longestDelaySeconds,
    firstDelaySeconds * 2 ** Math.min(failures - freeAttempts, 10),
  )
}

/**
 * What failed attempts are counted under: the account and where they come from, so that whoever guesses locks out nobody elsewhere.
 *
 * @param scope what is tried, such as `password`
 */
export function lockoutKey(scope: string, account: string, ip: null | string): string {
  const block = ip ? addressBlock(ip) : ''
  return `${scope}:${createHash('sha256').update(`${account}\n${block}`).digest('base64url')}`
}
