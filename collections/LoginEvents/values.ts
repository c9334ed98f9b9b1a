/** How somebody signed in, or tried to. */
export const signInMethods = ['password', 'passkey', 'registration', 'social'] as const

export type SignInMethod = (typeof signInMethods)[number]

/** What came of an attempt to sign in. */
export const signInOutcomes = [
  'success',
  'wrongPassword',
  'unknownAccount',
  'lockedOut',
  'captchaFailed',
  'unconfirmed',
  'disabled',
  'secondFactorNeeded',
  'secondFactorFailed',
  'passkeyFailed',
] as const

export type SignInOutcome = (typeof signInOutcomes)[number]
