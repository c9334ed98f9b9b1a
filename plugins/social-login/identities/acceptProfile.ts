import type { PayloadRequest } from 'payload'

import { inTransaction } from '../inTransaction'
import { optionsOf } from '../options'
import type { AccountState, Profile, SocialLoginAccounts } from '../types'
import {
  deleteIdentitiesOf,
  findIdentity,
  type Identity,
  insertIdentity,
  noteIdentityUse,
} from './repository'

/** Whose account a profile opens, or why none. */
export type Acceptance =
  | { account: null | string; outcome: 'proofNeeded' }
  | {
      account: string
      isNew: boolean
      outcome: 'accepted'
      /** The identity is linked only when the account's second factor was given as well. */
      pendingIdentity: null | Profile
    }
  | { outcome: 'disabled' | 'emailMissing' | 'registrationOff' }

/** Somebody else made the account, or took the identity, at the same moment: then it is there at the next look. */
const mostTries = 3

/**
 * Finds, links or makes the account of a profile. Who is known by provider and subject is known, whatever the address says. An address
 * counts where it is verified: by the provider, or by a mailed link, after which this is called again.
 *
 * @param label the provider's name, for the notice to the account's owner
 * @see Sudhodanan and Paverd, Pre-hijacked accounts, 2022: the order of these steps is what keeps the five attacks out
 */
export async function acceptProfile(
  req: PayloadRequest,
  profile: Profile,
  label: string,
): Promise<Acceptance> {
  for (let left = mostTries; left > 0; left -= 1) {
    const acceptance = await attempt(req, profile, label)
    if (acceptance !== 'again') return acceptance
  }
  throw new Error('An account was changed by others again and again.')
}

type Step = 'again' | Acceptance

async function attempt(req: PayloadRequest, profile: Profile, label: string): Promise<Step> {
  try {
    return await inTransaction(req, () => decide(req, profile, label))
  } catch (error) {
    if (error instanceof IdentityTakenError) return 'again'
    throw error
  }
}

async function decide(req: PayloadRequest, profile: Profile, label: string): Promise<Step> {
  const { accounts } = optionsOf(req.payload.config)
  const known = await findIdentity(req, profile)
  if (known) return acceptKnown(req, accounts, known, profile)
  if (!profile.email) return { outcome: 'emailMissing' }
  const account = await accounts.lockByEmail(req, profile.email)
  if (!profile.isEmailVerified) {
    const isOpen = !account && (await accounts.acceptsUnconfirmed(req))
    return isOpen
      ? create(req, accounts, profile)
      : { account: account?.id ?? null, outcome: 'proofNeeded' }
  }
  if (!account) return create(req, accounts, profile)
  return linkByEmail(req, accounts, account, profile, label)
}

async function acceptKnown(
  req: PayloadRequest,
  accounts: SocialLoginAccounts,
  { account: id, id: identity }: Identity,
  profile: Profile,
): Promise<Step> {
  const account = await accounts.lockById(req, id)
  // Unlinked, or deleted with its account, while this waited.
  if ((await findIdentity(req, profile))?.account !== account?.id || !account) return 'again'
  if (account.isDisabled) return accepted(account.id)
  if (!account.isConfirmed && profile.isEmailVerified && profile.email === account.email) {
    await accounts.takeOver(req, account.id)
    await deleteIdentitiesOf(req, account.id, identity)
  }
  await noteIdentityUse(req, identity, profile)
  return accepted(account.id)
}

async function linkByEmail(
  req: PayloadRequest,
  accounts: SocialLoginAccounts,
  account: AccountState,
  profile: Profile,
  label: string,
): Promise<Step> {
  if (account.isDisabled) return { outcome: 'disabled' }
  if (account.isConfirmed && account.hasSecondFactor) {
    return { ...accepted(account.id), pendingIdentity: profile }
  }
  if (!account.isConfirmed) {
    await accounts.takeOver(req, account.id)
    await deleteIdentitiesOf(req, account.id)
  }
  if (!(await insertIdentity(req, account.id, profile))) return 'again'
  await accounts.notifyLinked(req, account.id, label)
  return accepted(account.id)
}

async function create(
  req: PayloadRequest,
  accounts: SocialLoginAccounts,
  profile: Profile,
): Promise<Step> {
  const { email, isEmailVerified, name } = profile
  const made = await accounts.create(req, {
    email: email ?? '',
    isConfirmed: isEmailVerified,
    name,
  })
  if (made === 'off') return { outcome: 'registrationOff' }
  if (made === 'taken') return 'again'
  // Committed by somebody else between the look and now: the account that was made for nothing goes with the transaction.
  if (!(await insertIdentity(req, made.id, profile))) throw new IdentityTakenError()
  return { ...accepted(made.id), isNew: true }
}

/** Two sign-ins with one new identity at the same moment. */
class IdentityTakenError extends Error {
  constructor() {
    super('The identity was linked at the same moment.')
    this.name = 'IdentityTakenError'
  }
}

function accepted(account: string) {
  return { account, isNew: false, outcome: 'accepted', pendingIdentity: null } as const
}
