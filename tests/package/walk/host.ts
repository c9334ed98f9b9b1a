/** What the host calls collections, by the plugin's names. */
export const usualSlugs = {
  activations: 'activations',
  apiKeys: 'api-keys',
  customers: 'customers',
  failedAttempts: 'failed-attempts',
  licenses: 'licenses',
  mails: 'mails',
  products: 'products',
}

/** As the variant `bare` of the host calls them. */
export const renamedSlugs: typeof usualSlugs = {
  ...usualSlugs,
  activations: 'installations',
  apiKeys: 'access-keys',
  customers: 'buyers',
  licenses: 'subscriptions',
  mails: 'letters',
  products: 'software',
}

/** A host that is served. */
export type Host = {
  /** Whose document the portal's pages are in: that of the host's other pages, or one of their own. */
  document: 'host' | 'portal'
  /** Whether it has `withLicenseManager` and route files for the portal's files and error pages, or nothing but the catch-all page. */
  hasAllFiles: boolean
  /** The file that its hooks write to. */
  notes: string
  origin: string
  /** The folder of its mails. */
  outbox: string
  /** The portal's address below the site's. */
  portal: string
  /** `own`: the package's server; `next`: next start. */
  server: 'next' | 'own'
  slugs: typeof usualSlugs
  /** The folder of the files that are uploaded to it. */
  uploads: string
}

export const password = 'a tangerine under seven bridges'
export const customer = { email: 'ada@example.com', name: 'Ada Example', password }
export const product = { name: 'Example Product', referenceId: 'example' }
