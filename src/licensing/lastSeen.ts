import { touchActivations } from './repository/activationWrites'
import type { Queryable } from './types'

/** Notes when installations were seen, without a write for each time. */
export type LastSeen = {
  /** Writes what was noted. */
  flush: () => Promise<void>
  /** Notes that an activation was seen. */
  note: (activationId: string, now: Date) => void
}

export type LastSeenOptions = {
  /** How long something may be noted before it is written. */
  everyMs?: number
  /** Told of a write that failed; what it was to write is tried again with the next. */
  onError?: (error: unknown) => void
}

const batch = 1000
/** Beyond it the database has been away for long, and the oldest notes are worth the least. */
const most = 100_000

/**
 * Keeps the moments in memory and writes them together. A process that is killed loses those of the last moments; the next check of
 * the same installation notes it again.
 */
export function createLastSeen(
  db: Queryable,
  { everyMs = 1000, onError = () => undefined }: LastSeenOptions = {},
): LastSeen {
  let noted = new Map<string, Date>()
  let timer: NodeJS.Timeout | undefined
  let writing: Promise<void> = Promise.resolve()

  const write = async () => {
    const due = noted
    noted = new Map()
    const entries = [...due]
    try {
      for (let start = 0; start < entries.length; start += batch) {
        await touchActivations(db, entries.slice(start, start + batch))
      }
    } catch (error) {
      for (const [id, moment] of due) if (!noted.has(id) && noted.size < most) noted.set(id, moment)
      onError(error)
    }
  }

  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    writing = writing.then(write)
    return writing
  }

  return {
    flush,
    note: (activationId, now) => {
      if (noted.size >= most && !noted.has(activationId)) return
      noted.set(activationId, now)
      timer ??= setTimeout(() => void flush(), everyMs).unref()
    },
  }
}
