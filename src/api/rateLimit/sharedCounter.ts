import type { MaybePromise } from '../../async/whenKnown'
import { rateLimitTable } from '../../http/rateLimitTable'

export type CounterPool = {
  query: (text: string, values: unknown[]) => Promise<{ rows: CountedRow[] }>
}

type CountedRow = { expire: string; key: string; points: number }

/** How often something was counted in its window of time, and when that ends (milliseconds since 1970). */
export type Counted = { endsAt: number; total: number }

/** A counter of many things. */
export type SharedCounter = {
  /** Counts one more of what the key names. */
  count: (key: string) => MaybePromise<Counted>
  /** Shares what was counted here and not shared yet. For a stop: what is counted afterwards is shared as always. */
  flush: () => Promise<void>
}

type Entry = { pending: number } & Counted

const syncMs = 200
const mostKeys = 50_000

/**
 * Counts in memory, and shares the counts with the other instances several times a second in one statement: a write for every request
 * would cost more than the request. What is counted elsewhere is seen a fifth of a second late. The first of a window asks the database.
 *
 * @param prefix stands before each key, as rate-limiter-flexible has it: both count in the same rows
 */
export function createSharedCounter(
  pool: CounterPool,
  { prefix, windowMs }: { prefix: string; windowMs: number },
): SharedCounter {
  const entries = new Map<string, Entry>()
  const beginning = new Map<string, Promise<void>>()
  let timer: NodeJS.Timeout | undefined
  let sharing: Promise<void> = Promise.resolve()

  const share = async (counts: [key: string, pending: number][]) => {
    const now = Date.now()
    const { rows } = await pool.query(
      `insert into ${rateLimitTable} as r (key, points, expire)
        select k, p, $3::bigint from unnest($1::text[], $2::int[]) as c (k, p) order by k
        on conflict (key) do update set
          points = case when r.expire <= $4::bigint then excluded.points else r.points + excluded.points end,
          expire = case when r.expire <= $4::bigint then excluded.expire else r.expire end
        returning key, points, expire`,
      [
        counts.map(([key]) => `${prefix}:${key}`),
        counts.map(([, pending]) => pending),
        now + windowMs,
        now,
      ],
    )
    for (const { expire, key: stored, points } of rows) {
      const key = stored.slice(prefix.length + 1)
      const pending = entries.get(key)?.pending ?? 0
      entries.set(key, { endsAt: Number(expire), pending, total: points })
    }
  }

  const shareAll = async () => {
    clearTimeout(timer)
    timer = undefined
    const now = Date.now()
    const due: [string, number][] = []
    for (const [key, entry] of entries) {
      if (entry.endsAt <= now) entries.delete(key)
      else if (entry.pending > 0) {
        due.push([key, entry.pending])
        entry.total += entry.pending
        entry.pending = 0
      }
    }
    // What could not be shared was counted here all the same.
    if (due.length === 0) return
    sharing = share(due).catch(() => undefined)
    await sharing
  }

  const begin = async (key: string) => {
    if (entries.size >= mostKeys) entries.delete(entries.keys().next().value ?? '')
    await share([[key, 1]])
  }

  const count = (key: string): Counted => {
    const entry = entries.get(key)
    if (entry) entry.pending += 1
    timer ??= setTimeout(() => void shareAll(), syncMs).unref()
    return current(entries, key)
  }

  const countFirst = async (key: string): Promise<Counted> => {
    const others = beginning.get(key)
    if (others) {
      await others
      return count(key)
    }
    const begun = begin(key).finally(() => beginning.delete(key))
    beginning.set(key, begun)
    await begun
    return current(entries, key)
  }

  return {
    count: (key) => {
      const known = entries.get(key)
      return known && known.endsAt > Date.now() ? count(key) : countFirst(key)
    },
    flush: async () => {
      await Promise.allSettled([sharing, ...beginning.values()])
      await shareAll()
    },
  }
}

function current(entries: Map<string, Entry>, key: string): Counted {
  const entry = entries.get(key)
  return { endsAt: entry?.endsAt ?? Date.now(), total: (entry?.total ?? 0) + (entry?.pending ?? 0) }
}
