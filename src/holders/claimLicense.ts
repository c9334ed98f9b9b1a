import type { PayloadRequest } from 'payload'

import { readSettings } from '../../collections/Settings/getSettings'
import { licensingSettings } from '../../collections/Settings/licensingSettings'
import { atLeast } from '../accounts/atLeast'
import { clientOf } from '../accounts/client'
import { inTransaction } from '../accounts/inTransaction'
import { countRequest, uncountRequest } from '../accounts/limits/rateLimits'
import { lockAuth } from '../accounts/repository/customers'
import type { SignedInCustomer } from '../accounts/sessions/findSignedIn'
import { queueMail } from '../emails/queueMail'
import { isOwnedBy } from '../licensing/ownership'
import { findLicenseByCode, lockLicense } from '../licensing/repository/licenses'
import type { Queryable } from '../licensing/types'
import { readCode } from './readCode'
import { findClientId, isClaimingOn, writeOwner } from './repository'
import { tellHolder } from './tellHolder'

export type ClaimResult =
  | { license: string; outcome: 'claimed' | 'own' }
  | { outcome: 'codeMissing' | 'off' | 'unconfirmed' | 'unknown' }
  | { outcome: 'tooMany'; retryAfter: number }

/** With the licence that is somebody else's, which the caller is told nothing of. */
type Claimed = { holdersLicense?: string } & ClaimResult

/** Longer than looking a licence up, writing it and queueing a mail usually take. */
const answerMs = 300

/**
 * Makes a licence that has no owner the customer's own. One that belongs to somebody else is answered as a code that there is not: as
 * late, and counted as such together with the unknown codes of the licensing API; its holder is told. Beyond the limit of unknown codes every
 * code is refused alike, without being looked up: whoever guesses on gets nothing for a right one.
 *
 * @throws the database's error when the licence's lock takes too long
 */
export async function claimLicense(
  req: PayloadRequest,
  customer: SignedInCustomer,
  input: unknown,
): Promise<ClaimResult> {
  const started = performance.now()
  const { ip } = clientOf(req)
  const retryAfter =
    (await countRequest(req, 'claim', customer.id)) ?? (await countRequest(req, 'claimIp', ip))
  if (retryAfter !== null) return { outcome: 'tooMany', retryAfter }
  const code = readCode(input)
  if (!code) return { outcome: 'codeMissing' }
  // Counted before it is known, so that of many guesses at once none is looked up beyond the limit.
  const wait = await countRequest(req, 'code', ip)
  if (wait !== null) return atLeast(answerMs, started, { outcome: 'tooMany', retryAfter: wait })
  let isUnknown = false
  try {
    const { holdersLicense, ...result } = await inTransaction(req, (db) =>
      claim(req, db, customer.id, code),
    )
    isUnknown = result.outcome === 'unknown'
    if (holdersLicense) await tellHolder(req, holdersLicense)
    return await atLeast(answerMs, started, result)
  } finally {
    if (!isUnknown) {
      // What was done is done: a count too many does not undo it.
      await uncountRequest(req, 'code', ip).catch((err: unknown) => {
        req.payload.logger.warn({ err, msg: 'A claim stays counted as an unknown code' })
      })
    }
  }
}

async function claim(
  req: PayloadRequest,
  db: Queryable,
  customerId: string,
  code: string,
): Promise<Claimed> {
  if (!(await isClaimingOn(db))) return { outcome: 'off' }
  const settings = licensingSettings(await readSettings(req.payload, req))
  // The account before the licence, as an administrator who changes its Client ID and takes the licences along.
  const account = await lockAuth(db, customerId)
  const clientId = account && (await findClientId(db, account.id))
  if (!account?.confirmedAt || account.disabledAt || !clientId) return { outcome: 'unconfirmed' }
  const found = await findLicenseByCode(db, code, settings)
  const license = found && (await lockLicense(db, found.id))
  if (!license) return { outcome: 'unknown' }
  const owner = { clientId, confirmedAt: account.confirmedAt.toISOString(), email: account.email }
  if (isOwnedBy(license, owner)) return { license: license.id, outcome: 'own' }
  if (license.customerId !== null || license.email !== null) {
    return { holdersLicense: license.id, outcome: 'unknown' }
  }
  await writeOwner(db, license.id, clientId)
  await queueMail(req, {
    customer: account.id,
    data: { license: license.id, when: new Date().toISOString() },
    license: license.id,
    template: 'licenseClaimed',
    to: account.email,
  })
  return { license: license.id, outcome: 'claimed' }
}
