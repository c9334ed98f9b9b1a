import type { AccountState } from '../../../plugins/social-login'
import type { AuthRow } from '../repository/customers'

/** A customer as the social login sees them. */
export function accountState(account: AuthRow | null): AccountState | null {
  return (
    account && {
      email: account.email,
      hasSecondFactor: account.totpEnabledAt !== null,
      id: account.id,
      isConfirmed: account.confirmedAt !== null,
      isDisabled: account.disabledAt !== null,
    }
  )
}
