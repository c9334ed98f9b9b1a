import { type ClaimArgs, resolveClaim } from './claim'
import type { LastSeen } from './lastSeen'
import { bindToDevice, touchActivations } from './repository/activationWrites'
import type { Activation, License, Outcome } from './types'
import { validatePlace, validateStanding } from './validate'

const seenEveryMs = 60_000

/**
 * Verifies that an installation still runs under a licence that is in order. Takes no lock, so that it never waits for an
 * activation; notes at most once a minute when the installation was seen. An activation that was made without domain and device is
 * bound to the first device that says which it is, so that one slot does not serve any number of them.
 *
 * @param args.lastSeen collects those notes; without it each is written at once
 *
 * @returns the activation, or why it is refused: an activation that an administrator marked as not valid is `blocked`, a
 *   forged token and one of another product, another domain or an ended activation are `not_activated`
 */
export async function verify({
  lastSeen,
  now = new Date(),
  ...args
}: { lastSeen?: LastSeen; now?: Date } & ClaimArgs): Promise<
  Outcome<{ activation: Activation; license: License }>
> {
  const claimed = await resolveClaim(args)
  if (typeof claimed === 'string') return { code: claimed, ok: false }
  const { license } = claimed
  let { activation } = claimed
  if (activation?.isValid === false) return { code: 'blocked', license, ok: false }
  const standing = validateStanding(license, now)
  if (standing) return { code: standing, license, ok: false }
  if (!activation) return { code: 'not_activated', license, ok: false }
  const place = validatePlace(license, args.installation)
  if (place) return { code: place, license, ok: false }
  const { fingerprint } = args.installation
  if (isPlaceless(activation) && fingerprint !== null) {
    if (!(await bindToDevice(args.db, activation, fingerprint))) {
      return { code: 'not_activated', license, ok: false }
    }
    activation = { ...activation, fingerprint }
  }
  if (now.getTime() - activation.lastSeenAt.getTime() >= seenEveryMs) {
    if (lastSeen) lastSeen.note(activation.id, now)
    else await touchActivations(args.db, [[activation.id, now]])
  }
  return { activation, license, ok: true }
}

function isPlaceless({ domain, fingerprint }: Activation): boolean {
  return domain === null && fingerprint === null
}
