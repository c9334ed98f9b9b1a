import type { CollectionSlug, Payload } from 'payload'

import type { Activation, Customer, FailedAttempt, License } from '../../../../payload-types'
import { deriveStatus } from '../../../../src/licensing/status'

const dayMs = 24 * 60 * 60 * 1000

/** What is counted, by `metric/bucket`. */
export type Figures = Record<string, number>

/** Reads every row and counts it in plain JavaScript: what the statistics have to say. */
export async function plainCounts(payload: Payload, now: Date): Promise<Figures> {
  const customers = await all<Customer>(payload, 'customers')
  const licenses = await all<License>(payload, 'licenses')
  const activations = await all<Activation>(payload, 'activations')
  const attempts = await all<FailedAttempt>(payload, 'failed-attempts')
  const active = licenses.filter((license) => deriveStatus(license, now) === 'active')
  const expiresWithin = (days: number) =>
    active.filter(({ expiresAt }) => expiresAt && msAfter(now, expiresAt) < days * dayMs).length
  const confirmed = customers.filter(({ confirmedAt }) => confirmedAt)
  return {
    'activations/active': activations.filter(({ isActive }) => isActive).length,
    'counted/at': now.getTime(),
    'customers/confirmed': confirmed.length,
    'customers/disabled': customers.filter(({ disabledAt }) => disabledAt).length,
    'customers/total': customers.length,
    'customers/unconfirmed': customers.length - confirmed.length,
    'licenses/active': active.length,
    'licenses/blocked': licenses.filter((one) => deriveStatus(one, now) === 'blocked').length,
    'licenses/expired': licenses.filter((one) => deriveStatus(one, now) === 'expired').length,
    'licensesExpiring/30': expiresWithin(30),
    'licensesExpiring/7': expiresWithin(7),
    'licensesExpiring/90': expiresWithin(90),
    ...lately('newCustomers', customers, now),
    ...lately('failedAttempts', attempts, now),
    ...tally(
      'failedAttemptsByReason',
      attempts.filter(({ createdAt }) => msAfter(now, createdAt) >= -30 * dayMs),
      ({ reason }) => reason,
    ),
    ...tally('failedAttemptsByDay', attempts, ({ createdAt }) => utcDay(createdAt)),
    ...tally('activationsByDay', activations, ({ activatedAt }) => utcDay(activatedAt)),
    ...tally('customersByDay', customers, ({ createdAt }) => utcDay(createdAt)),
  }
}

/** What `statistics` says. */
export async function storedCounts(payload: Payload): Promise<Figures> {
  const rows = await all<{ bucket: string; metric: string; value: number }>(payload, 'statistics')
  return Object.fromEntries(rows.map(({ bucket, metric, value }) => [`${metric}/${bucket}`, value]))
}

async function all<Row>(payload: Payload, collection: CollectionSlug): Promise<Row[]> {
  const { docs } = await payload.find({ collection, depth: 0, limit: 0, pagination: false })
  return docs as Row[]
}

function lately(metric: string, rows: { createdAt: string }[], now: Date): Figures {
  const between = (from: number, to: number) =>
    rows.filter(({ createdAt }) => {
      const days = msAfter(now, createdAt) / dayMs
      return days >= from && days < to
    }).length
  return {
    [`${metric}/30`]: between(-30, Infinity),
    [`${metric}/30before`]: between(-60, -30),
    [`${metric}/7`]: between(-7, Infinity),
    [`${metric}/7before`]: between(-14, -7),
  }
}

function tally<Row>(metric: string, rows: Row[], bucketOf: (row: Row) => string): Figures {
  const counts: Figures = {}
  for (const row of rows) {
    const key = `${metric}/${bucketOf(row)}`
    counts[key] = (counts[key] ?? 0) + 1
  }
  return counts
}

const msAfter = (now: Date, moment: string) => new Date(moment).getTime() - now.getTime()
const utcDay = (moment: string) => new Date(moment).toISOString().slice(0, 10)
