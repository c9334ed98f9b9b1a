/** Why a licence is refused. Servers may know more reasons than this client. */
export type RefusalCode =
  | 'blacklisted'
  | 'blocked'
  | 'domain_not_allowed'
  | 'expired'
  | 'ip_not_allowed'
  | 'limit_reached'
  | 'not_activated'
  | 'not_found'
  | 'product_inactive'
  | 'updates_expired'

/** What a licence gives, by name. */
export type Entitlements = Record<string, boolean | number | string>

/** An installation that holds a slot of the licence. */
export type Occupant = {
  activatedAt: string
  domain: null | string
  fingerprint?: string
  lastSeenAt: string
  name: null | string
}

/** A verdict against the licence: no error, and nothing to retry. */
export type Refusal = {
  code: RefusalCode | (string & Record<never, never>)
  /** At the limit: which installations hold the slots. */
  installations?: Occupant[]
  /** At the limit, where the settings allow it: the page at which the customer can free a slot. */
  manageUrl?: string
  message: string
  ok: false
}

export type Verdict<T = Record<never, never>> = Refusal | ({ ok: true } & T)

/** A public key that certificates are signed with, as a JSON Web Key. */
export type PublicKey = { crv: string; kid: string; kty: string; x: string }

/** What the client remembers between two runs of the software. */
export type State = {
  /** With which the software runs offline. */
  certificate?: string
  keys?: PublicKey[]
  licenseData: string
  /** When the server last said that all is well, in milliseconds. */
  verifiedAt?: number
}

/** Where the state is kept: a file, a row, the browser's storage. */
export type Store = {
  load: () => null | Promise<null | State> | State
  save: (state: null | State) => Promise<void> | void
}

export type Options = {
  /** An external key. */
  apiKey: string
  /** Where the API is, such as `https://licenses.example.com/api`. */
  baseUrl: string
  /** For whom it is installed, for people. */
  clientName?: string
  /** Default: the platform's. */
  fetch?: typeof fetch
  /** What tells this device apart. The activation is then for this device only, also where the software runs on a domain. */
  fingerprint?: string
  /** For how many days a certificate is asked for; the server may allow fewer. 0: the software never runs offline. Default 14. */
  graceDays?: number
  /** For tests. In milliseconds. */
  now?: () => number
  /** The product's reference ID. */
  productId: string
  /** The only keys to believe. Default: those that the server publishes, kept from when it was last reached. */
  publicKeys?: PublicKey[]
  /** Default: in memory, so that every start activates anew. */
  store?: Store
  /** How long to wait for an answer, in milliseconds. Default 10 000. */
  timeoutMs?: number
  /** Where it is installed: a URL or a host. */
  url?: string
}

/** A version that there is. */
export type Update = {
  changelog: null | string
  checksum: null | { algo: string; value: string }
  fileSize: null | number
  hasSql: boolean
  id: string
  releasedAt: string
  summary: null | string
  version: string
}

/** A file that is being downloaded. A stream that ends early is an error; compare what you stored with `sha256`, or read it by `readAll`. */
export type Download = {
  filename: string
  sha256: null | string
  size: null | number
  stream: ReadableStream<Uint8Array>
}
