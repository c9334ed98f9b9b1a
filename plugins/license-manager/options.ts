import path from 'node:path'

import type { CollectionConfig } from 'payload'

/** The collections that the plugin adds, by slug. */
export type CollectionSlug =
  | 'account-tokens'
  | 'activations'
  | 'activity-log'
  | 'api-keys'
  | 'avatars'
  | 'blacklist-entries'
  | 'customer-sessions'
  | 'customers'
  | 'download-tokens'
  | 'envato-conflicts'
  | 'envato-imports'
  | 'failed-attempts'
  | 'idempotency-keys'
  | 'known-devices'
  | 'licenses'
  | 'login-events'
  | 'login-lockouts'
  | 'mails'
  | 'passkeys'
  | 'products'
  | 'recovery-codes'
  | 'release-files'
  | 'signing-keys'
  | 'users'
  | 'versions'
  | 'webhook-deliveries'

/** Changes a collection of the plugin before Payload sees it. The slug must stay. */
export type CollectionOverride = (args: { defaultCollection: CollectionConfig }) => CollectionConfig

export type LicenseManagerOptions = {
  /** Changes to the plugin's collections, such as further fields or hooks. */
  collections?: Partial<Record<CollectionSlug, CollectionOverride>>
  /** False keeps the collections, and so the tables, but serves neither the licensing API nor the portal's calls. */
  enabled?: boolean
  /**
   * How many reverse proxies stand before the app and append to `X-Forwarded-For`. Only that many entries of the header are
   * believed. Default 1 within Next, because the bundled server replaces the header by the address it saw.
   */
  trustedProxies?: number
  /** Folder for uploaded files. Default: `uploads` in the working directory. */
  uploadDir?: string
}

export type SanitizedOptions = Required<LicenseManagerOptions>

/**
 * Fills in the defaults.
 *
 * @throws Error when an option has no meaning
 */
export function sanitizeOptions(options: LicenseManagerOptions): SanitizedOptions {
  const trustedProxies = options.trustedProxies ?? 1
  if (!Number.isInteger(trustedProxies) || trustedProxies < 0) {
    throw new Error('licenseManager: trustedProxies must be a whole number from 0.')
  }
  return {
    collections: options.collections ?? {},
    enabled: options.enabled ?? true,
    trustedProxies,
    uploadDir: options.uploadDir ?? path.resolve('uploads'),
  }
}
