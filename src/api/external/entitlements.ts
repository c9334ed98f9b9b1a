import type { Entitlements } from '../../licensing/entitlements'
import type { License } from '../../licensing/types'

/** What a licence gives, where it gives anything: the answers of licences without entitlements are as they always were. */
export function tellEntitlements({ entitlements }: Pick<License, 'entitlements'>): {
  entitlements?: Entitlements
} {
  return Object.keys(entitlements).length > 0 ? { entitlements } : {}
}
