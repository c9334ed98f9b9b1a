import type { PayloadRequest } from 'payload'

import { transactionOf } from '../../../collections/transaction'
import { findIdentitiesOf, readyProviders } from '../../../plugins/social-login'
import { findPasskeys } from '../passkeys/repository'
import type { AuthRow } from '../repository/customers'

/**
 * How many ways there are into an account: a password, each passkey, each connected account whose provider is on. One that is about to
 * go is left out.
 */
export async function countOtherWays(
  req: PayloadRequest,
  account: AuthRow,
  leaving: { identity?: string; passkey?: string },
): Promise<number> {
  const passkeys = await findPasskeys(await transactionOf(req), account.id)
  const names = (await readyProviders(req)).map(({ provider }) => provider.name)
  const identities = await findIdentitiesOf(req, account.id)
  return (
    (account.password.hash || account.importedHash ? 1 : 0) +
    passkeys.filter(({ id }) => id !== leaving.passkey).length +
    identities.filter(({ id, provider }) => id !== leaving.identity && names.includes(provider))
      .length
  )
}
