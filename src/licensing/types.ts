import type { SQL } from '@payloadcms/db-postgres/drizzle'

import type { Entitlements } from './entitlements'

/** What runs a statement: the database itself or one of its transactions. */
export type Queryable = {
  execute: (query: SQL) => PromiseLike<{ rows: Record<string, unknown>[] }>
}

/** The database, which can also open a transaction. Payload's `payload.db.drizzle` is one. */
export type Database = Queryable & {
  transaction: <T>(
    run: (transaction: Queryable) => Promise<T>,
    config?: { isolationLevel: 'read committed' },
  ) => Promise<T>
}

/** Why a licence is refused: stable words that client software may branch on. */
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

/** Derived from validity and expiry, never stored. */
export type LicenseStatus = 'active' | 'blocked' | 'expired'

export type Environment = 'development' | 'production' | 'staging'

/** Who ended an activation. */
export type Deactivator = 'admin' | 'client' | 'customer' | 'system'

/** What client software says of where it runs, already normalised. Every part of it is a claim. */
export type Installation = {
  clientName: null | string
  /** Normalised host without `www.`; null when the client named none. */
  domain: null | string
  /** What tells the device apart, for software that has no domain: takes the domain's place. */
  fingerprint: null | string
  ip: null | string
  url: null | string
  userAgent: null | string
}

/** The settings that the rules depend on. */
export type LicensingSettings = {
  atLimit: 'refuse' | 'replaceOldest'
  caseInsensitiveCodes: boolean
  developmentHosts: string[]
  freeDevelopmentHosts: boolean
}

/** A licence as the rules see it, with the product it is for. */
export type License = {
  code: string
  customerId: null | string
  domains: string[]
  email: null | string
  entitlements: Entitlements
  expirationDays: null | number
  expiresAt: Date | null
  id: string
  ips: string[]
  isEnvato: boolean
  isValid: boolean
  parallelUses: null | number
  product: { id: string; isActive: boolean; referenceId: string }
  supportUntil: Date | null
  totalUses: null | number
  type: 'lifetime' | 'perpetual' | 'subscription' | 'trial'
  updatesUntil: Date | null
}

export type Activation = {
  activatedAt: Date
  clientName: null | string
  domain: null | string
  environment: Environment
  fingerprint: null | string
  id: string
  ip: null | string
  isActive: boolean
  isValid: boolean
  lastSeenAt: Date
  licenseId: string
  /** What the customer calls it. */
  name: null | string
}

/** The answer of every licensing operation: what was found, or why it is refused. */
export type Outcome<T> =
  ({ ok: true } & T) | { atLimit?: AtLimit; code: RefusalCode; license?: License; ok: false }

/** What takes the slots of a licence that has no further one. */
export type AtLimit = {
  /** Whether ending one of them makes room. Not at the limit over a licence's whole life. */
  canFree: boolean
  /** The active installations that take a slot, the oldest first. */
  installations: Activation[]
}
