import type { PayloadRequest } from 'payload'

import type { SignInOutcome } from '../../../collections/LoginEvents/values'
import { getSettings } from '../../../collections/Settings/getSettings'
import { transactionOf } from '../../../collections/transaction'
import type { Profile } from '../../../plugins/social-login'
import { clientOf } from '../client'
import { completeLogin } from '../login/completeLogin'
import { hashToken } from '../random'
import { findAuthById } from '../repository/customers'
import { insertLoginEvent } from '../repository/loginEvents'
import type { OpenedSession } from '../sessions/openSession'
import { issueToken } from '../tokens/issueToken'

type SocialSession = {
  customer: string
  deviceToken: null | string
  isNew: boolean
  pendingIdentity: null | Profile
}

export type SocialSessionResult =
  | { outcome: 'disabled' | 'failed' | 'unconfirmed' }
  | { outcome: 'secondFactor'; token: string }
  | { outcome: 'signedIn'; session: OpenedSession }

/**
 * Opens the session of a customer who signed in with another account, under the same conditions as after the right password: not
 * disabled, confirmed where the settings ask for it, and after the authenticator app's code where there is one.
 */
export async function startSocialSession(
  req: PayloadRequest,
  { customer, deviceToken, isNew, pendingIdentity }: SocialSession,
): Promise<SocialSessionResult> {
  const db = await transactionOf(req)
  const account = await findAuthById(db, customer)
  if (!account) return { outcome: 'failed' }
  const note = (outcome: SignInOutcome) =>
    insertLoginEvent(
      db,
      { customer, email: account.email, method: 'social', outcome },
      clientOf(req),
    )
  if (account.disabledAt) {
    await note('disabled')
    return { outcome: 'disabled' }
  }
  const { requireEmailVerification } = await getSettings(req)
  if (requireEmailVerification !== false && !account.confirmedAt) {
    await note('unconfirmed')
    return { outcome: 'unconfirmed' }
  }
  if (account.totpEnabledAt) {
    await note('secondFactorNeeded')
    const passwordMark = hashToken(account.password.hash ?? '')
    const data = { identity: pendingIdentity, isRemembered: false, method: 'social', passwordMark }
    const token = await issueToken(req.payload, { customer, data, purpose: 'secondFactor' })
    return { outcome: 'secondFactor', token }
  }
  const session = await completeLogin(req, {
    customer,
    deviceToken,
    isNewAccount: isNew,
    isRemembered: false,
    method: 'social',
  })
  return session ? { outcome: 'signedIn', session } : { outcome: 'failed' }
}
