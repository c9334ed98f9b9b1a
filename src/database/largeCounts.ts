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
  drizzle: { dialect: { sqlToQuery: (part: unknown) => { params: unknown[]; sql: string } } }
}

type Known = { at: number; isRefreshing: boolean; total: number }

/** Ours that grow without end. A host's own are counted as Payload does it. */
const tables = new Set([
  'activations',
  'activity_log',
  'blacklist_entries',
  'customer_sessions',
  'customers',
  'download_tokens',
  'envato_conflicts',
  'envato_imports',
  'failed_attempts',
  'identities',
  'licenses',
  'login_events',
  'mails',
  'webhook_deliveries',
])
/** From how many rows on a list counts as large. Smaller ones are counted every time, in a few milliseconds. */
const large = 50_000
const freshMs = 5_000
const oldestMs = 60_000
/** Of so many lists: those counted last. */
const mostKnown = 200

/**
 * Has large lists, whole or filtered, not counted for each page: the total of such a list may be some seconds old, and is counted again
 * beside the answer. Counted every time are lists that are small, those whose filter asks another table, and whatever is asked within a
 * transaction.
 */
export function rememberLargeCounts({ db }: Payload): void {
  const adapter = db as unknown as Partial<Adapter>
  const count = adapter.countDistinct?.bind(adapter)
  if (!count) return
  const known = new Map<string, Known>()

  const countAnew = async (key: string, args: CountArgs) => {
    const total = await count(args)
    known.delete(key)
    if (total >= large) known.set(key, { at: Date.now(), isRefreshing: false, total })
    const [oldest] = known.keys()
    if (known.size > mostKnown && oldest !== undefined) known.delete(oldest)
    return total
  }

  adapter.countDistinct = async (args) => {
    const { drizzle } = adapter
    const isPlain = args.db === drizzle && args.joins.length === 0 && !args.column
    if (!drizzle || !isPlain || !tables.has(args.tableName)) return count(args)
    const key = keyOf(args, drizzle)
    const found = known.get(key)
    const age = found ? Date.now() - found.at : Infinity
    if (!found || age > oldestMs) return countAnew(key, args)
    if (age > freshMs && !found.isRefreshing) {
      found.isRefreshing = true
      countAnew(key, args).catch(() => {
        found.isRefreshing = false
      })
    }
    return found.total
  }
}

function keyOf({ tableName, where }: CountArgs, { dialect }: Adapter['drizzle']): string {
  if (!where) return tableName
  const { params, sql } = dialect.sqlToQuery(where)
  return JSON.stringify([tableName, sql, params])
}
