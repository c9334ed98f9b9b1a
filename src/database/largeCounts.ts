import type { Payload } from 'payload'

type CountArgs = {
  column?: unknown
  db: unknown
  joins: unknown[]
  tableName: string
  where?: unknown
}

type Adapter = {
  countDistinct: (args: CountArgs) => Promise<number>
  drizzle: unknown
}

type Known = { at: number; isRefreshing: boolean; total: number }

/** Ours that grow without end. A host's own are counted as Payload does it. */
const tables = new Set([
  'activations',
  'activity_log',
  'customers',
  'failed_attempts',
  'licenses',
  'login_events',
  'mails',
  'webhook_deliveries',
])
/** From how many rows on a whole table counts as large. Smaller ones are counted every time, in a few milliseconds. */
const large = 50_000
const freshMs = 5_000
const oldestMs = 60_000

/**
 * Has lists without a filter not count a large table for each page: the total of such a list may be some seconds old, and is counted again
 * beside the answer. A list with a filter, and a small table, are counted every time.
 */
export function rememberLargeCounts({ db }: Payload): void {
  const adapter = db as unknown as Partial<Adapter>
  const count = adapter.countDistinct?.bind(adapter)
  if (!count) return
  const known = new Map<string, Known>()

  const countAnew = async (args: CountArgs) => {
    const total = await count(args)
    if (total < large) known.delete(args.tableName)
    else known.set(args.tableName, { at: Date.now(), isRefreshing: false, total })
    return total
  }

  adapter.countDistinct = async (args) => {
    const isWhole = args.where === undefined && args.joins.length === 0 && !args.column
    if (!isWhole || !tables.has(args.tableName)) return count(args)
    const found = known.get(args.tableName)
    const age = found ? Date.now() - found.at : Infinity
    if (!found || age > oldestMs) return countAnew(args)
    if (age > freshMs && !found.isRefreshing) {
      found.isRefreshing = true
      // Not in the transaction of whoever asks, which may have ended by then.
      countAnew({ ...args, db: adapter.drizzle }).catch(() => {
        found.isRefreshing = false
      })
    }
    return found.total
  }
}
