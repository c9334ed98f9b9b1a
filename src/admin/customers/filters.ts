import type { Where } from 'payload'

/** The filters that are one click away. */
export type FilterName = 'all' | 'confirmed' | 'disabled' | 'inactive' | 'never' | 'unconfirmed'

/**
 * What a filter asks of a list.
 *
 * @param inactiveSince a day, as `2026-01-31`
 */
export function whereOf(name: FilterName, inactiveSince: string): null | Where {
  switch (name) {
    case 'all':
      return null
    case 'confirmed':
      return one({ confirmedAt: { exists: true } })
    case 'disabled':
      return one({ disabledAt: { exists: true } })
    case 'inactive':
      return {
        or: [
          { and: [{ lastLogin: { less_than: inactiveSince } }] },
          { and: [{ lastLogin: { exists: false } }, { createdAt: { less_than: inactiveSince } }] },
        ],
      }
    case 'never':
      return one({ lastLogin: { exists: false } })
    case 'unconfirmed':
      return one({ confirmedAt: { exists: false } })
  }
}

/**
 * Customers who sign in with an account at a provider.
 *
 * @param provider its name, as `google`
 */
export const whereProvider = (provider: string): Where =>
  one({ 'identities.provider': { equals: provider } })

/** The shape in which Payload's own filters show it and let it be changed. */
const one = (condition: Where): Where => ({ or: [{ and: [condition] }] })
