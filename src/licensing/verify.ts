import { type ClaimArgs, resolveClaim } from './claim'
import { touchActivation } from './repository/activations'
import type { Activation, License, Outcome } from './types'
import { validatePlace, validateStanding } from './validate'

/**
 * Verifies that an installation still runs under a licence that is in order. Takes no lock; notes when the installation was
 * seen.
 */
export async function verify({
  now = new Date(),
  ...args
}: { now?: Date } & ClaimArgs): Promise<Outcome<{ activation: Activation; license: License }>> {
  const claimed = await resolveClaim(args)
  if (typeof claimed === 'string') return { code: claimed, ok: false }
  const { activation, license } = claimed
  const standing = validateStanding(license, now)
  if (standing) return { code: standing, license, ok: false }
  if (!activation) return { code: 'not_activated', license, ok: false }
  const place = validatePlace(license, args.installation)
  if (place) return { code: place, license, ok: false }
  await touchActivation(args.db, activation.id, now)
  return { activation, license, ok: true }
}
