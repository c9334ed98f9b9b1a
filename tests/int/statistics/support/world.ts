import { randomUUID } from 'node:crypto'

import fc from 'fast-check'
import type { CollectionSlug, Payload } from 'payload'

const dayMs = 24 * 60 * 60 * 1000
const hourMs = 60 * 60 * 1000

/** The moment that the random worlds are counted at. Far from midnight UTC, and on another day east of it. */
export const now = new Date('2026-03-31T10:30:00.000Z')

const at = (ms: number) => new Date(now.getTime() + ms).toISOString()

/** Times around the boundaries that are counted by: now, midnights, the ends of all windows. */
const times = fc.oneof(
  fc.integer({ max: 120, min: -120 }).map((days) => at(days * dayMs)),
  fc
    .tuple(fc.constantFrom(-60, -30, -14, -7, 0, 7, 30, 90), fc.constantFrom(-1, 0, 1))
    .map(([days, ms]) => at(days * dayMs + ms)),
  fc
    .tuple(fc.integer({ max: 70, min: -70 }), fc.constantFrom(-1, 0, 1))
    .map(([days, ms]) => at(days * dayMs - 10.5 * hourMs + ms)),
)
const optionalTimes = fc.option(times, { freq: 2 })

/** One thing that happens: a row that is written, changed or deleted. `which` chooses among the rows that there are. */
export type Step = { data: Record<string, unknown>; kind: Kind; which: number }
type Kind = 'change' | 'create' | 'delete'
type Table = 'activations' | 'customers' | 'failed-attempts' | 'licenses'

const tables: Record<Table, fc.Arbitrary<Record<string, unknown>>> = {
  activations: fc.record({
    activatedAt: times,
    environment: fc.constant('production'),
    isActive: fc.constantFrom(true, false, null),
    lastSeenAt: times,
  }),
  customers: fc.record({ confirmedAt: optionalTimes, createdAt: times, disabledAt: optionalTimes }),
  'failed-attempts': fc.record({
    action: fc.constant('activate'),
    createdAt: times,
    reason: fc.constantFrom('expired', 'not_found', 'limit_reached'),
  }),
  licenses: fc.record({ expiresAt: optionalTimes, isValid: fc.constantFrom(true, false, null) }),
}

/** Random things that happen, one after the other, in any of the tables. */
export const steps = fc.array(
  fc.constantFrom(...(Object.keys(tables) as Table[])).chain((table) =>
    fc.record({
      data: tables[table],
      kind: fc.constantFrom<Kind>('create', 'create', 'create', 'change', 'delete'),
      table: fc.constant(table),
      which: fc.nat(1000),
    }),
  ),
  { maxLength: 40 },
)

/** Does them, straight in the database: accounts with passwords would take a tenth of a second each. */
export async function live(payload: Payload, product: string, what: unknown[]): Promise<void> {
  for (const step of what as (Step & { table: Table })[]) await take(payload, product, step)
}

async function take(
  payload: Payload,
  product: string,
  { data, kind, table, which }: Step & { table: Table },
): Promise<void> {
  if (kind === 'create') {
    const parts = await partsOf(payload, product, table, which)
    if (parts) await payload.db.create({ collection: table, data: { ...parts, ...data } })
    return
  }
  const id = await one(payload, table, which)
  if (!id) return
  if (kind === 'change') await payload.db.updateOne({ collection: table, data, id })
  // As administrators delete: with what hangs on it.
  else await payload.delete({ collection: table, id })
}

async function partsOf(payload: Payload, product: string, table: Table, which: number) {
  const unique = randomUUID()
  if (table === 'customers') return { clientId: unique, email: `${unique}@example.com`, name: 'C' }
  if (table === 'licenses') return { code: unique, codeKey: unique, product, type: 'perpetual' }
  if (table === 'failed-attempts') return {}
  const license = await one(payload, 'licenses', which)
  return license && { domain: `${unique}.example.com`, license, licenseCode: 'X', product }
}

async function one(payload: Payload, collection: CollectionSlug, which: number) {
  const { docs } = await payload.find({ collection, depth: 0, limit: 0, select: {}, sort: 'id' })
  return docs.length > 0 ? String(docs[which % docs.length]?.id) : null
}
