/** What a token lets its holder do, once. */
export const tokenPurposes = [
  'confirmEmail',
  'resetPassword',
  'changeEmail',
  'cancelEmailChange',
  'endSession',
  'secondFactor',
  'passkeyLogin',
  'passkeyRegistration',
  'totpSetup',
] as const

export type TokenPurpose = (typeof tokenPurposes)[number]
