import path from 'node:path'

import type { GlobalConfig } from 'payload'

import type {
  LicensingHooks,
  MailLayout,
  MailTemplateOverrides,
  PortalLook,
} from '../../src/extensions/types'

import type { CollectionOverrides, FieldsOverride } from '../../src/overrides/overrideCollection'
import { sanitizeSlugs } from '../../src/slugs/sanitizeSlugs'
import { ownSlugs, type Slug, type Slugs } from '../../src/slugs/slugOf'

import { sanitizePortal } from './portalOptions'

/** The collections that the plugin adds, by slug. */
export type CollectionSlug = Exclude<Slug, 'settings'>

/**
 * Changes the settings before Payload sees them. Their slug is changed by `slugs`; their fields must stay, with their hooks, which encrypt
 * secrets.
 */
export type SettingsOverride = (args: { defaultGlobal: GlobalConfig }) => GlobalConfig

/** The portal's place and look. */
export type PortalOptions = Partial<PortalLook> & {
  /** Where the portal's route files are, below the site's address. Default `/customer`. One for the process. */
  basePath?: string
}

/** Whose users the customers are. */
export type CustomersOptions = {
  /** The slug of the host's collection. Its table has to be `customers`. */
  collection: string
}

export type LicenseManagerOptions = CollectionOverrides<CollectionSlug> & {
  /** That of the settings as well. The licensing API and the portal's own queries have rules of their own, which this does not open. */
  access?: { settings?: GlobalConfig['access'] }
  /** A collection of the host's whose users are the customers. The plugin adds what customers need to it, and brings no `customers` of its own. */
  customers?: CustomersOptions
  /** False leaves the dashboard of the admin panel as it is. Default true. */
  dashboard?: boolean
  /** False keeps the collections, and so the tables, but serves neither the licensing API nor the portal's calls. */
  enabled?: boolean
  /** That of the settings as well. */
  fields?: { settings?: FieldsOverride }
  /** What the host does at activations and verifications. */
  hooks?: LicensingHooks
  /** False leaves out the import's pages and endpoints. Its tables stay. Default true. */
  imports?: boolean
  /** False serves no licensing API, neither as Payload endpoints nor in front of Next. Default true. */
  licensingApi?: boolean
  /** The HTML of every mail, in the place of the plugin's own. */
  mailLayout?: MailLayout
  /** What mails say in the place of the plugin's own texts, by the name of the mail. */
  mails?: MailTemplateOverrides
  /** False for no portal: nobody can register or sign in as a customer, over any interface. */
  portal?: PortalOptions | false
  /** Changes to the global `settings`, such as hooks or a place in the admin panel. */
  settings?: SettingsOverride
  /**
   * What collections of the plugin, and `settings`, are called in this app: in addresses, in REST and GraphQL, and for Payload's Local API.
   * Their tables keep the plugin's names. One set for the process.
   */
  slugs?: Slugs
  /**
   * How many reverse proxies stand before the app and append to `X-Forwarded-For`. Only that many entries of the header are
   * believed. Default 1 within Next, because the bundled server replaces the header by the address it saw.
   */
  trustedProxies?: number
  /** Folder for uploaded files. Default: `uploads` in the working directory. */
  uploadDir?: string
}

export type SanitizedOptions = Omit<
  Required<LicenseManagerOptions>,
  'customers' | 'mailLayout' | 'portal' | 'settings'
> & {
  mailLayout: MailLayout | null
  customers: CustomersOptions | null
  portal: (PortalLook & { basePath: string }) | null
  settings: SettingsOverride | null
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
    customers: options.customers ?? null,
    dashboard: options.dashboard ?? true,
    enabled: options.enabled ?? true,
    fields: options.fields ?? {},
    hooks: options.hooks ?? {},
    imports: options.imports ?? true,
    licensingApi: options.licensingApi ?? true,
    mailLayout: options.mailLayout ?? null,
    mails: options.mails ?? {},
    portal: options.portal === false ? null : sanitizePortal(options.portal),
    settings: options.settings ?? null,
    slugs: sanitizeSlugs('licenseManager', ownSlugs, withCustomers(options)),
    trustedProxies,
    uploadDir: options.uploadDir ?? path.resolve('uploads'),
  }
}

function withCustomers({ customers, slugs = {} }: LicenseManagerOptions): Slugs {
  if (!customers) return slugs
  if (slugs.customers === undefined || slugs.customers === customers.collection) {
    return { ...slugs, customers: customers.collection }
  }
  throw new Error('licenseManager: customers.collection and slugs.customers name two collections.')
}
