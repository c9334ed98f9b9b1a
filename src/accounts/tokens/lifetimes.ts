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

/**
 * Purposes of which a customer has one token at a time: a new one voids those before. Links that anybody can ask for stay good beside
 * newer ones until one of them is used: a stranger who asks again and again must not keep voiding what was mailed to the owner.
 */
export const singleTokens: ReadonlySet<TokenPurpose> = new Set<TokenPurpose>([
  'cancelEmailChange',
  'changeEmail',
  'invitation',
  'totpSetup',
])
