import type { Payload } from 'payload'

import type { People } from './people'

/** A document of a collection: one that the first customer may have a right to, and one that is the other's. */
export type Rows = Record<string, { mine: string; theirs?: string }>

/**
 * A document in every collection. Those of people are there already; what is missing goes straight into the database, because
 * nobody may make some of them.
 */
export async function createRows(payload: Payload, people: People): Promise<Rows> {
  const { admin, customer, mine, other, product, theirs } = people
  const file = { filename: 'file.png', filesize: 1, mimeType: 'image/png', url: '/file.png' }
  const user = { relationTo: 'users', value: admin.id }
  const data: Record<string, Record<string, unknown>> = {
    'api-keys': { keyHash: 'hash', kind: 'external', name: 'Key', prefix: 'lm_ext_' },
    avatars: file,
    'blacklist-entries': { domain: 'blocked.example', reason: 'Test' },
    'failed-attempts': { action: 'activate', reason: 'Test' },
    'idempotency-keys': { body: {}, key: 'key', requestHash: 'hash', status: 200 },
    'payload-kv': { data: {}, key: 'key' },
    'payload-locked-documents': {
      document: { relationTo: 'products', value: product.id },
      user,
    },
    'payload-migrations': { batch: 99, name: 'test' },
    'payload-preferences': { key: 'key', user, value: {} },
    'release-files': { ...file, filename: 'release.zip' },
    versions: { product: product.id, releasedAt: new Date().toISOString(), version: '1.0' },
  }
  const rows: Rows = {
    activations: { mine: mine.activation.id, theirs: theirs.activation.id },
    customers: { mine: customer.id, theirs: other.id },
    licenses: { mine: mine.license.id, theirs: theirs.license.id },
    products: { mine: product.id },
    users: { mine: admin.id },
  }
  for (const [slug, row] of Object.entries(data)) {
    const created: unknown = await payload.db.create({ collection: slug as 'users', data: row })
    rows[slug] = { mine: (created as { id: string }).id }
  }
  return rows
}

/** Everything that the database holds, to see that nothing changed. */
export async function snapshot(payload: Payload): Promise<Record<string, unknown>> {
  const everything: Record<string, unknown> = {}
  for (const slug of Object.keys(payload.collections)) {
    const { docs } = await payload.db.find({
      collection: slug as 'users',
      limit: 0,
      pagination: false,
      sort: 'id',
    })
    everything[slug] = docs
  }
  everything.settings = await payload.findGlobal({ depth: 0, slug: 'settings' })
  return everything
}
