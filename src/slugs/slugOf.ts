/** What the plugin adds, by the name that it has here and in the database. */
export const ownSlugs = [
  'account-tokens',
  'activations',
  'activity-log',
  'api-keys',
  'avatars',
  'blacklist-entries',
  'customer-sessions',
  'customers',
  'download-tokens',
  'envato-conflicts',
  'envato-imports',
  'failed-attempts',
  'idempotency-keys',
  'import-rows',
  'imports',
  'known-devices',
  'licenses',
  'login-events',
  'login-lockouts',
  'mails',
  'passkeys',
  'products',
  'recovery-codes',
  'release-files',
  'settings',
  'signing-keys',
  'statistics',
  'top-customers',
  'users',
  'versions',
  'webhook-deliveries',
] as const

/** One of these names. */
export type Slug = (typeof ownSlugs)[number]

/** Slugs of the host's choice, by the plugin's own. */
export type Slugs = Partial<Record<Slug, string>>

// One for the process: bundlers make copies of this module.
const key = Symbol.for('payload-license-manager.slugs')
const registry = globalThis as { [key]?: Slugs }

/** Sets the host's slugs. They hold for the process. */
export function setSlugs(slugs: Slugs): void {
  registry[key] = slugs
}

/**
 * The slug that a collection, or the settings, has in this app: what Payload knows it by.
 *
 * @returns of the type of the plugin's own, as the types of Payload's API are made from those
 */
export function slugOf<S extends Slug>(slug: S): S {
  return (registry[key]?.[slug] ?? slug) as S
}
