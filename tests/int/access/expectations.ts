import type { Actor } from './people'

/**
 * Who may do what, for every collection and global that there is. A new one without a line here fails, as does one whose access
 * opens further than its line says.
 */
export type Operation = 'create' | 'delete' | 'read' | 'update'

/** `own`: customers theirs, administrators all. `admin`: administrators. `nobody`: not even they. */
export type Reach = 'admin' | 'nobody' | 'own'

const adminsOnly = { create: 'admin', delete: 'admin', read: 'admin', update: 'admin' } as const
const ownReadable = { ...adminsOnly, read: 'own' } as const
const systemOnly = { create: 'nobody', delete: 'nobody', read: 'nobody', update: 'nobody' } as const

export const collections: Record<string, Record<Operation, Reach>> = {
  'account-tokens': systemOnly,
  activations: { ...ownReadable, create: 'nobody' },
  'activity-log': { ...systemOnly, read: 'admin' },
  'api-keys': adminsOnly,
  avatars: adminsOnly,
  'blacklist-entries': adminsOnly,
  'captcha-challenges': systemOnly,
  'customer-sessions': { ...adminsOnly, create: 'nobody', update: 'nobody' },
  customers: ownReadable,
  'download-tokens': { ...adminsOnly, create: 'nobody', update: 'nobody' },
  'envato-conflicts': { ...adminsOnly, create: 'nobody', update: 'nobody' },
  'envato-imports': { ...adminsOnly, create: 'nobody', update: 'nobody' },
  'failed-attempts': { ...adminsOnly, create: 'nobody', update: 'nobody' },
  'idempotency-keys': systemOnly,
  identities: { ...adminsOnly, create: 'nobody', update: 'nobody' },
  imports: { ...adminsOnly, create: 'nobody', update: 'nobody' },
  'import-rows': systemOnly,
  'known-devices': systemOnly,
  licenses: ownReadable,
  'login-events': { ...ownReadable, create: 'nobody', update: 'nobody' },
  'login-lockouts': systemOnly,
  mails: { ...adminsOnly, create: 'nobody', update: 'nobody' },
  passkeys: { ...adminsOnly, create: 'nobody', update: 'nobody' },
  'payload-kv': systemOnly,
  'payload-locked-documents': adminsOnly,
  'payload-migrations': adminsOnly,
  'payload-preferences': adminsOnly,
  'payload-jobs': systemOnly,
  products: adminsOnly,
  'recovery-codes': systemOnly,
  'release-files': adminsOnly,
  'signing-keys': { ...adminsOnly, create: 'nobody', update: 'nobody' },
  'social-login-states': systemOnly,
  statistics: { ...systemOnly, read: 'admin' },
  'top-customers': { ...systemOnly, read: 'admin' },
  users: adminsOnly,
  versions: adminsOnly,
  'webhook-deliveries': { ...adminsOnly, create: 'nobody', update: 'nobody' },
}
export const globals: Record<string, Record<'read' | 'update', Reach>> = {
  settings: { read: 'admin', update: 'admin' },
}

/** What an actor gets of an operation with this reach. */
export function allowance(reach: Reach, actor: Actor): 'no' | 'own' | 'yes' {
  if (reach === 'nobody' || actor === 'nobody') return 'no'
  if (actor === 'admin') return 'yes'
  return reach === 'own' ? 'own' : 'no'
}
