/** What a token lets its holder do, once. */
export const tokenPurposes = [
  'confirmEmail',
  'resetPassword',
  'invitation',
  'changeEmail',
  'cancelEmailChange',
  'endSession',
  'secondFactor',
  'passkeyLogin',
  'passkeyRegistration',
  'totpSetup',
] as const

export type TokenPurpose = (typeof tokenPurposes)[number]
