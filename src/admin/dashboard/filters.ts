import type { Where } from 'payload'

import { daysAfter, type ExpiryWindow, type Window } from '../../statistics/windows'

/**
 * What a figure counts, as a filter of the list that it leads to, in the shape that the list's own filters show and change. Moments are
 * those that were counted against, so that the list has as many rows as the figure says.
 */
export const filters = {
  activeActivations: (): Where => one({ isActive: { equals: true } }),
  activeLicenses: (at: Date): Where => ({
    or: [
      { and: [isNotBlocked, { expiresAt: { exists: false } }] },
      { and: [isNotBlocked, { expiresAt: { greater_than_equal: at.toISOString() } }] },
    ],
  }),
  attemptsFor: (reason: string, at: Date): Where =>
    one({ reason: { equals: reason } }, since(at, 30)),
  blockedLicenses: (): Where => one({ isValid: { equals: false } }),
  confirmed: (): Where => one({ confirmedAt: { exists: true } }),
  createdWithin: (days: Window, at: Date): Where => one(since(at, days)),
  disabled: (): Where => one({ disabledAt: { exists: true } }),
  expiredLicenses: (at: Date): Where =>
    one(isNotBlocked, { expiresAt: { less_than: at.toISOString() } }),
  expiringLicenses: (days: ExpiryWindow, at: Date): Where =>
    one(
      isNotBlocked,
      { expiresAt: { greater_than_equal: at.toISOString() } },
      { expiresAt: { less_than: daysAfter(at, days).toISOString() } },
    ),
  unconfirmed: (): Where => one({ confirmedAt: { exists: false } }),
}

const isNotBlocked: Where = { isValid: { not_equals: false } }
const one = (...conditions: Where[]): Where => ({ or: [{ and: conditions }] })
const since = (at: Date, days: Window): Where => ({
  createdAt: { greater_than_equal: daysAfter(at, -days).toISOString() },
})

/** A filter as the query of a list's address: `where[or][0][and][0][isValid][equals]=false`. */
export function queryOf(where: Where): string {
  const query = new URLSearchParams()
  const add = (key: string, value: unknown) => {
    if (typeof value !== 'object' || value === null) return query.append(key, String(value))
    for (const [name, part] of Object.entries(value)) add(`${key}[${name}]`, part)
  }
  add('where', where)
  return query.toString()
}
