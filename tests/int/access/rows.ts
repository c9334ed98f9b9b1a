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
  const now = new Date().toISOString()
  const user = { relationTo: 'users', value: admin.id }
  const data: Record<string, Record<string, unknown>> = {
    'activity-log': { actorKind: 'system', at: now, event: 'license.created' },
    'api-keys': { keyHash: 'hash', kind: 'external', name: 'Key', prefix: 'lm_ext_' },
    'account-tokens': { expiresAt: now, purpose: 'confirmEmail', tokenHash: 'hash' },
    avatars: file,
    'blacklist-entries': { domain: 'blocked.example', reason: 'Test' },
    'captcha-challenges': { challengeId: 'id', expiresAt: now },
    'customer-sessions': {
      authenticatedAt: now,
      customer: customer.id,
      expiresAt: now,
      lastSeenAt: now,
      method: 'password',
      tokenHash: 'hash',
    },
    'download-tokens': { prefix: 'lm_dl_', product: product.id, tokenHash: 'hash', type: 'main' },
    'envato-conflicts': { customer: customer.id, purchaseCode: 'code', reason: 'heldByAnother' },
    'envato-imports': { customer: customer.id, status: 'done' },
    'failed-attempts': { action: 'activate', reason: 'Test' },
    'idempotency-keys': { body: {}, key: 'key', requestHash: 'hash', status: 200 },
    identities: { account: customer.id, provider: 'google', subject: '1' },
    imports: { filename: 'file.csv', kind: 'customers', status: 'ready' },
    'known-devices': { customer: customer.id, deviceHash: 'hash', lastSeenAt: now },
    'login-lockouts': { failures: 1, key: 'key' },
    mails: { template: 'test', to: 'mine@example.com' },
    passkeys: {
      counter: 0,
      credentialId: 'id',
      customer: customer.id,
      name: 'Key',
      publicKey: 'key',
    },
    'payload-jobs': { input: {}, taskSlug: 'cleanUp' },
    'payload-kv': { data: {}, key: 'key' },
    'payload-locked-documents': {
      document: { relationTo: 'products', value: product.id },
      user,
    },
    'payload-migrations': { batch: 99, name: 'test' },
    'payload-preferences': { key: 'key', user, value: {} },
    'recovery-codes': { codeHash: 'hash', customer: customer.id },
    'release-files': { ...file, filename: 'release.zip' },
    'signing-keys': { keyId: 'key', privateKey: 'encrypted', publicKey: 'public' },
    'social-login-states': { expiresAt: now, stateHash: 'hash' },
    statistics: { bucket: 'all', metric: 'test', value: 1 },
    'top-customers': {
      activations: 1,
      customer: customer.id,
      licenses: 1,
      metric: 'licenses',
      period: 'all',
      products: 1,
      rank: 1,
    },
    versions: { product: product.id, releasedAt: new Date().toISOString(), version: '1.0' },
    'webhook-deliveries': {
      eventId: 'id',
      eventType: 'license.created',
      occurredAt: now,
      url: 'https://example.com',
    },
  }
  const rows: Rows = {
    activations: { mine: mine.activation.id, theirs: theirs.activation.id },
    customers: { mine: customer.id, theirs: other.id },
    licenses: { mine: mine.license.id, theirs: theirs.license.id },
    products: { mine: product.id },
    users: { mine: admin.id },
  }
  for (const [slug, row] of Object.entries(data)) {
    rows[slug] = { mine: await insert(payload, slug, row) }
  }
  const row = { data: {}, import: rows.imports?.mine, number: 1 }
  rows['import-rows'] = { mine: await insert(payload, 'import-rows', row) }
  rows['login-events'] = {
    mine: await insert(payload, 'login-events', loginEventOf(customer.id)),
    theirs: await insert(payload, 'login-events', loginEventOf(other.id)),
  }
  return rows
}

const loginEventOf = (customer: string) => ({ customer, method: 'password', outcome: 'success' })

async function insert(
  payload: Payload,
  slug: string,
  data: Record<string, unknown>,
): Promise<string> {
  const created: unknown = await payload.db.create({ collection: slug as 'users', data })
  return (created as { id: string }).id
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
