/** A host that is served. */
export type Host = {
  /** The file that its hooks write to. */
  notes: string
  origin: string
  /** The folder of its mails. */
  outbox: string
  /** The portal's address below the site's. */
  portal: string
  /** `own`: the package's server; `next`: next start. */
  server: 'next' | 'own'
}

export const password = 'a tangerine under seven bridges'
export const customer = { email: 'ada@example.com', name: 'Ada Example', password }
export const product = { name: 'Example Product', referenceId: 'example' }
