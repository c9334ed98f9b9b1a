/** What other systems can be told of. */
export const webhookEvents = [
  'license.created',
  'license.updated',
  'license.blocked',
  'license.expiring',
  'license.expired',
  'license.update_support_expired',
  'activation.created',
  'activation.deactivated',
  'activation.refused',
  'customer.created',
  'customer.updated',
  'customer.deleted',
] as const

export type WebhookEvent = (typeof webhookEvents)[number]
