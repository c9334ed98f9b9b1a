import type { ActorKind } from '../../src/licensing/actor'

/** Everything that the activity log knows, by the table it happened in. */
const events = [
  'license.created',
  'license.updated',
  'license.blocked',
  'license.unblocked',
  'license.deleted',
  'license.expiring',
  'license.expired',
  'license.update_support_expired',
  'activation.created',
  'activation.updated',
  'activation.deactivated',
  'activation.reactivated',
  'activation.deleted',
  'customer.created',
  'customer.updated',
  'customer.confirmed',
  'customer.disabled',
  'customer.enabled',
  'customer.deleted',
  'product.created',
  'product.updated',
  'product.deleted',
  'version.created',
  'version.updated',
  'version.deleted',
  'key.created',
  'key.updated',
  'key.revoked',
  'key.deleted',
  'signing_key.created',
  'signing_key.retired',
  'signing_key.deleted',
  'blacklist.created',
  'blacklist.updated',
  'blacklist.deleted',
  'administrator.created',
  'administrator.updated',
  'administrator.deleted',
  'settings.updated',
] as const

/** Who did it. */
export const actorKinds: ActorKind[] = ['admin', 'customer', 'client', 'api', 'system']

export type ActivityEvent = (typeof events)[number]

/** An event in the words that the admin panel shows. */
export function eventLabel(event: string): string {
  const words = event.replaceAll(/[._]/g, ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

export const activityEvents = events.map((value) => ({ label: eventLabel(value), value }))
