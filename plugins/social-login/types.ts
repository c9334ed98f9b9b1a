import type { AuthorizationServer, IDToken } from 'oauth4webapi'
import type { PayloadRequest } from 'payload'

/** Who somebody is at a provider. */
export type Profile = {
  /** In the form in which the app stores addresses; null where the provider tells none. */
  email: null | string
  /** Whether the provider vouches for the address: only what it says in so many words. */
  isEmailVerified: boolean
  /** As the person calls themselves there. */
  name: null | string
  /** The provider's name, such as `google`. */
  provider: string
  /** The provider's own id of the account, which never changes. Never the e-mail address. */
  subject: string
}

/** What a provider told, not checked against the app's own rules yet. */
export type ProfileFacts = Omit<Profile, 'provider'>

export type Credentials = { clientId: string; clientSecret: string }

/** What the provider gave for the code. Kept nowhere by this plugin. */
export type ProviderTokens = {
  accessToken: string
  expiresAt: Date | null
  refreshToken: null | string
}

/** What a profile can be read with. */
export type Grant = {
  accessToken: string
  /** Of the ID token, whose signature, issuer, audience, times and nonce are checked; only with OpenID Connect. */
  claims: IDToken | undefined
  credentials: Credentials
  server: AuthorizationServer
  signal: AbortSignal
}

/** One provider. Another one is one more file that makes this. */
export type SocialProvider = {
  /** Whether the provider compares a PKCE challenge; where it does not, only the state protects the code. */
  hasPkce: boolean
  /** With an ID token, which is asked for and checked. */
  isOpenIdConnect: boolean
  /** As people know it. */
  label: string
  /** Its part of addresses, settings and rows. */
  name: string
  readProfile: (grant: Grant) => Promise<ProfileFacts>
  /** What the app asks to see, separated by spaces; empty where the provider has that with the app's registration. */
  scope: string
  /** Where the provider is. */
  server: (signal: AbortSignal) => Promise<AuthorizationServer>
}

/** An account of the app, as far as signing in is concerned. */
export type AccountState = {
  email: string
  hasSecondFactor: boolean
  id: string
  /** Whether somebody proved to read the mails of its address. */
  isConfirmed: boolean
  isDisabled: boolean
}

/** What became of a sign-in, for whoever waits for it. */
export type Outcome =
  | 'alreadyLinked'
  | 'cancelled'
  | 'checkMail'
  | 'disabled'
  | 'emailMissing'
  | 'expired'
  | 'failed'
  | 'identityTaken'
  | 'linked'
  | 'notLinked'
  | 'registrationOff'
  | 'secondFactor'
  | 'signedIn'
  | 'tooMany'
  | 'unconfirmed'
  | 'unknownProvider'
  | 'used'

/** Opened, or why not. `cookies`: values of `Set-Cookie`. */
export type SessionStart =
  | { cookies: string[]; outcome: 'secondFactor' | 'signedIn' }
  | { outcome: 'disabled' | 'failed' | 'unconfirmed' }

/** Where to send the browser. */
export type Destination = { outcome: Outcome; provider: string; redirect: string }

/**
 * What the app does with its accounts. The plugin decides, the app acts. Calls that get the same `req` run in the transaction that the
 * plugin began with Payload's `initTransaction`.
 */
export type SocialLoginAccounts = {
  /** Whether an account may be used before its address is confirmed. */
  acceptsUnconfirmed: (req: PayloadRequest) => Promise<boolean>
  /**
   * Makes an account without a password.
   *
   * @returns its id; `off` while nobody may register, `taken` where the address has got an account meanwhile
   */
  create: (
    req: PayloadRequest,
    account: { email: string; isConfirmed: boolean; name: null | string },
  ) => Promise<{ id: string } | 'off' | 'taken'>
  /** Counts an attempt; whether there were too many. */
  isLimited: (req: PayloadRequest) => Promise<boolean>
  /** The account with an address, held until the end of the transaction. */
  lockByEmail: (req: PayloadRequest, email: string) => Promise<AccountState | null>
  /** The account with an id, held until the end of the transaction. */
  lockById: (req: PayloadRequest, id: string) => Promise<AccountState | null>
  /**
   * Mails a link to the address of a profile that the provider does not vouch for. Opened in the same browser, it shows that the address
   * is the visitor's; the app then calls `acceptProfile` again.
   *
   * @param account the account that has the address; null where none has and one may be made
   */
  mailProof: (
    req: PayloadRequest,
    proof: { account: null | string; label: string; profile: Profile; tokens: ProviderTokens },
  ) => Promise<'tooMany' | { cookies: string[] }>
  /** An address in the form in which it is stored; null for none. */
  normalizeEmail: (email: unknown) => null | string
  /** Tells the owner of an account that an identity was added to it. */
  notifyLinked: (req: PayloadRequest, account: string, label: string) => Promise<void>
  /** The page that shows what became of a sign-in. */
  pageFor: (destination: Destination) => string
  /** A page of the app to go to afterwards; a safe one whatever is given. */
  safeRedirect: (target: null | string) => string
  /** The account that is signed in to the browser of a request. */
  signedIn: (req: PayloadRequest) => Promise<null | string>
  /** Opens the session of somebody who proved to be the account's owner. */
  startSession: (
    req: PayloadRequest,
    start: {
      account: string
      isNew: boolean
      /** To be linked (`linkIdentity`) only after the second factor. */
      pendingIdentity: null | Profile
    },
  ) => Promise<SessionStart>
  /**
   * Gives an account that nobody confirmed to the owner of its address: removes its password, sessions, pending changes and every other
   * way into it, and confirms it. The plugin removes the identities.
   */
  takeOver: (req: PayloadRequest, account: string) => Promise<void>
}

/** After somebody signed in with, linked or used an identity. What it throws is logged. */
export type AfterSignIn = (
  req: PayloadRequest,
  use: { account: string; profile: Profile; tokens: ProviderTokens },
) => Promise<void>
