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
  'socialProof',
] as const

export type TokenPurpose = (typeof tokenPurposes)[number]

/** Links that set a password. Whatever changes who may open the account voids them. */
export const passwordPurposes: readonly TokenPurpose[] = ['invitation', 'resetPassword']
