import type { CollectionConfig, Field } from 'payload'

import { Customers } from '../../collections/Customers'

/** What Payload keeps of a user by itself: never a field of the host's, even where it changes one. */
const payloadsOwn = [
  '_verificationToken',
  '_verified',
  'apiKey',
  'apiKeyIndex',
  'createdAt',
  'deletedAt',
  'enableAPIKey',
  'hash',
  'id',
  'lockUntil',
  'loginAttempts',
  'password',
  'resetPasswordExpiration',
  'resetPasswordToken',
  'salt',
  'sessions',
  'updatedAt',
]

/**
 * The fields that the host added to the customers, by their names at the top of a document. Joins are left out: what they show is in other
 * collections.
 */
export function addedCustomerFields({ fields }: Pick<CollectionConfig, 'fields'>): string[] {
  const own = [...namesOf(Customers.fields), ...payloadsOwn]
  return namesOf(fields).filter((name) => !own.includes(name))
}

function namesOf(fields: readonly Field[]): string[] {
  return fields.flatMap((field) => {
    if (field.type === 'tabs') {
      return field.tabs.flatMap((tab) =>
        'name' in tab && tab.name ? [tab.name] : namesOf(tab.fields),
      )
    }
    if (field.type === 'ui' || field.type === 'join') return []
    if ('name' in field && field.name) return [field.name]
    return 'fields' in field ? namesOf(field.fields) : []
  })
}
