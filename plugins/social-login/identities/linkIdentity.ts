import type { PayloadRequest } from 'payload'

import { inTransaction } from '../inTransaction'
import { optionsOf, providerLabel } from '../options'
import type { Profile } from '../types'
import { findIdentity, insertIdentity, noteIdentityUse } from './repository'

/**
 * Adds an identity to an account whose owner asked for it, and tells them by mail.
 *
 * @returns `identityTaken` where it is another account's
 */
export function linkIdentity(
  req: PayloadRequest,
  account: string,
  profile: Profile,
): Promise<'alreadyLinked' | 'identityTaken' | 'linked'> {
  const { accounts } = optionsOf(req.payload.config)
  return inTransaction(req, async () => {
    const held = await accounts.lockById(req, account)
    if (!held) return 'identityTaken'
    if (await insertIdentity(req, account, profile)) {
      const label = providerLabel(req.payload.config, profile.provider) ?? profile.provider
      await accounts.notifyLinked(req, account, label)
      return 'linked'
    }
    const identity = await findIdentity(req, profile)
    if (identity?.account !== account) return 'identityTaken'
    await noteIdentityUse(req, identity.id, profile)
    return 'alreadyLinked'
  })
}
