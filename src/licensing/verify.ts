import type { MaybePromise } from '../async/whenKnown'
import { type ClaimArgs, type ClaimedActivation, resolveClaim } from './claim'
import type { LastSeen } from './lastSeen'
import { findActiveOf } from './repository/activations'
import { bindToDevice, touchActivations } from './repository/activationWrites'
import { lockLicenseRow } from './repository/licenses'
import { inTransaction } from './repository/transaction'
import type { Activation, Database, Installation, License, Outcome } from './types'
import { validatePlace, validateStanding } from './validate'

const seenEveryMs = 60_000

type VerifyArgs = { db: Database; lastSeen?: LastSeen; now?: Date } & Omit<ClaimArgs, 'db'>
type Verified = Outcome<{ activation: Activation; license: License }>

/**
 * Verifies that an installation still runs under a licence that is in order. Takes no lock, so that it never waits for an
 * activation; notes at most once a minute when the installation was seen. An activation that was made without domain and device is
 * bound, once and under the licence's lock, to the first device that says which it is, so that one slot does not serve any number of them.
 *
 * @param args.lastSeen collects those notes; without it each is written at once
 *
 * @returns the activation, or why it is refused: an activation that an administrator marked as not valid is `blocked`, a
 *   forged token and one of another product, another domain or an ended activation are `not_activated`
 */
export function verify(args: VerifyArgs): Promise<Verified> {
  return resolveClaim(args).then((claimed) =>
    typeof claimed === 'string' ? { code: claimed, ok: false } : judge(args, claimed),
  )
}

function judge(
  args: VerifyArgs,
  { activation, license }: ClaimedActivation,
): MaybePromise<Verified> {
  const { db, installation, now = new Date() } = args
  if (activation?.isValid === false) return { code: 'blocked', license, ok: false }
  const standing = validateStanding(license, now)
  if (standing) return { code: standing, license, ok: false }
  if (!activation) return { code: 'not_activated', license, ok: false }
  const place = validatePlace(license, installation)
  if (place) return { code: place, license, ok: false }
  const { fingerprint } = installation
  if (!isPlaceless(activation) || fingerprint === null) {
    return noteSeen(args, { activation, license }, now)
  }
  return bindOnce(db, activation, installation).then((isBound) =>
    isBound
      ? noteSeen(args, { activation: { ...activation, fingerprint }, license }, now)
      : { code: 'not_activated', license, ok: false },
  )
}

/** A device that has an activation, of its own or this one meanwhile, is told so without a wait for the lock. */
async function bindOnce(
  db: Database,
  activation: Activation,
  device: Installation,
): Promise<boolean> {
  const { fingerprint } = device
  if (fingerprint === null) return false
  const own = await findActiveOf(db, activation.licenseId, device)
  if (own) return own.id === activation.id
  return inTransaction(db, async (transaction) => {
    await lockLicenseRow(transaction, activation.licenseId)
    return bindToDevice(transaction, activation, fingerprint)
  })
}

function noteSeen(
  { db, lastSeen }: VerifyArgs,
  { activation, license }: { activation: Activation; license: License },
  now: Date,
): MaybePromise<Verified> {
  const verified = { activation, license, ok: true } as const
  const { id, lastSeenAt } = activation
  if (now.getTime() - lastSeenAt.getTime() < seenEveryMs) return verified
  if (!lastSeen) return touchActivations(db, [[id, now]]).then(() => verified)
  lastSeen.note(id, now)
  return verified
}

function isPlaceless({ domain, fingerprint }: Activation): boolean {
  return domain === null && fingerprint === null
}
