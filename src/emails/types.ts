import type { CustomerLanguage } from '../../collections/Customers/fields/language'

/** What each template has to be told. No secrets and no links: those are made when the mail is sent. */
export type MailData = {
  accountDeleted: { language?: CustomerLanguage | null; name: string }
  alreadyRegistered: object
  /** Somebody wanted the licence for another account. */
  claimRefused: { license: string; when: string }
  confirmEmail: object
  confirmNewEmail: object
  emailChanged: { newEmail: string }
  emailChangeRequested: { newEmail: string }
  /** `days`: which of the warnings it is. */
  expiryWarning: { days: number; expiresAt: string; license: string }
  invitation: object
  licenseClaimed: { license: string; when: string }
  /** What the administrator wrote in the place of the usual text. */
  licenseDelivery: { license: string; message?: null | string; subject?: null | string }
  newSignIn: { ip: null | string; sessionId: string; userAgent: null | string; when: string }
  /** `removed`: what does not open the account any more besides the old password; `providers` as people call them. */
  passwordChanged: {
    how: 'admin' | 'changed' | 'reset'
    ip: null | string
    removed?: null | { passkeys: number; providers: string[] }
    when: string
  }
  resetPassword: object
  /** `provider`: what people call it, with `identityLinked` and `identityUnlinked`. */
  securityChanged: {
    provider?: string
    what:
      | 'identityLinked'
      | 'identityUnlinked'
      | 'passkeyAdded'
      | 'passkeyRemoved'
      | 'recoveryCodesRenewed'
      | 'totpDisabled'
      | 'totpEnabled'
    when: string
  }
  /** `language`: of the page on which it was asked for. */
  slotLink: { language?: CustomerLanguage | null; license: string }
  /** `browser`: hash of what the browser keeps that the link is for. `language`: of somebody without an account. */
  socialProof: {
    browser: string
    label: string
    language?: CustomerLanguage | null
    profile: { name: null | string; provider: string; subject: string }
  }
}

export type MailTemplate = keyof MailData

/** The templates, by name. */
export const mailTemplates: readonly MailTemplate[] = [
  'accountDeleted',
  'alreadyRegistered',
  'claimRefused',
  'confirmEmail',
  'confirmNewEmail',
  'emailChanged',
  'emailChangeRequested',
  'expiryWarning',
  'invitation',
  'licenseClaimed',
  'licenseDelivery',
  'newSignIn',
  'passwordChanged',
  'resetPassword',
  'securityChanged',
  'slotLink',
  'socialProof',
]

/** A mail to be sent: which, about what, to whom. */
export type MailRequest = {
  [Template in MailTemplate]: {
    /** Whom it is about; null where that is nobody who has an account, or not any more. */
    customer: null | string
    data: MailData[Template]
    /** The licence that it is about, for the list of mails. */
    license?: null | string
    template: Template
    to: string
  }
}[MailTemplate]
