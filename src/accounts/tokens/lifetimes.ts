import type { TokenPurpose } from '../../../collections/AccountTokens/purposes'

const minute = 60
const hour = 60 * minute

/** For how many seconds a token is good. ASVS 5.0, 6.4: a reset at most an hour; mailed confirmations a day. */
export const tokenSeconds: Record<TokenPurpose, number> = {
  cancelEmailChange: 7 * 24 * hour,
  changeEmail: 24 * hour,
  confirmEmail: 24 * hour,
  endSession: 7 * 24 * hour,
  invitation: 7 * 24 * hour,
  passkeyLogin: 5 * minute,
  passkeyRegistration: 5 * minute,
  resetPassword: hour,
  secondFactor: 10 * minute,
  socialProof: hour,
  totpSetup: 30 * minute,
}

/** Purposes of which a customer has one token at a time: a new one voids those before. */
export const singleTokens: ReadonlySet<TokenPurpose> = new Set<TokenPurpose>([
  'cancelEmailChange',
  'changeEmail',
  'confirmEmail',
  'invitation',
  'resetPassword',
  'totpSetup',
])
