import path from 'node:path'

import type { CollectionConfig, Field } from 'payload'

import type { LicensingHooks, MailTemplateOverrides, PortalLook } from '../../src/extensions/types'

import { sanitizePortal } from './portalOptions'

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
  | 'import-rows'
  | 'imports'
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
  | 'statistics'
  | 'top-customers'
  | 'users'
  | 'versions'
  | 'webhook-deliveries'

/** Changes a collection of the plugin before Payload sees it. The slug must stay. */
export type CollectionOverride = (args: { defaultCollection: CollectionConfig }) => CollectionConfig

/** Changes the fields of a collection of the plugin. Those that it has must stay: its own queries use them. */
export type FieldsOverride = (args: { defaultFields: Field[] }) => Field[]

/** The portal's place and look. */
export type PortalOptions = Partial<PortalLook> & {
  /** Where the portal's route files are, below the site's address. Default `/customer`. One for the process. */
  basePath?: string
}

export type LicenseManagerOptions = {
  /**
   * Access in the place of the plugin's own, by slug and operation. What is left out stays. The licensing API and the portal's own queries
   * have rules of their own, which this does not open.
   */
  access?: Partial<Record<CollectionSlug, CollectionConfig['access']>>
  /** Changes to the plugin's collections, such as further fields or hooks. */
  collections?: Partial<Record<CollectionSlug, CollectionOverride>>
  /** False leaves the dashboard of the admin panel as it is. Default true. */
  dashboard?: boolean
  /** False keeps the collections, and so the tables, but serves neither the licensing API nor the portal's calls. */
  enabled?: boolean
  /** Changes to the lists of fields of the plugin's collections. Applied before `collections`. */
  fields?: Partial<Record<CollectionSlug, FieldsOverride>>
  /** What the host does at activations and verifications. */
  hooks?: LicensingHooks
  /** False leaves out the import's pages and endpoints. Its tables stay. Default true. */
  imports?: boolean
  /** False serves no licensing API, neither as Payload endpoints nor in front of Next. Default true. */
  licensingApi?: boolean
  /** What mails say in the place of the plugin's own texts, by the name of the mail. */
  mails?: MailTemplateOverrides
  /** False for no portal: nobody can register or sign in as a customer, over any interface. */
  portal?: PortalOptions | false
  /**
   * How many reverse proxies stand before the app and append to `X-Forwarded-For`. Only that many entries of the header are
   * believed. Default 1 within Next, because the bundled server replaces the header by the address it saw.
   */
  trustedProxies?: number
  /** Folder for uploaded files. Default: `uploads` in the working directory. */
  uploadDir?: string
}

export type SanitizedOptions = Omit<Required<LicenseManagerOptions>, 'portal'> & {
  portal: (PortalLook & { basePath: string }) | null
}

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
    access: options.access ?? {},
    collections: options.collections ?? {},
    dashboard: options.dashboard ?? true,
    enabled: options.enabled ?? true,
    fields: options.fields ?? {},
    hooks: options.hooks ?? {},
    imports: options.imports ?? true,
    licensingApi: options.licensingApi ?? true,
    mails: options.mails ?? {},
    portal: options.portal === false ? null : sanitizePortal(options.portal),
    trustedProxies,
    uploadDir: options.uploadDir ?? path.resolve('uploads'),
  }
}
