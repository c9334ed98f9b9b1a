/** The mailed links whose page has a button. */
export type LinkKind = 'cancelEmailChange' | 'changeEmail' | 'confirmEmail' | 'endSession'
