import { setTimeout } from 'node:timers/promises'

/** Why a process should get no requests now. */
export type Unready = 'database' | 'migrations' | 'stopping'

export type Readiness = {
  /** Null when the process is ready. */
  check: () => Promise<null | Unready>
  /** Says that the process is about to stop. Never taken back. */
  leave: () => void
}

type Pool = {
  query: (text: string, values: unknown[]) => Promise<{ rows: { applied: number }[] }>
}

const patienceMs = 3000
const undefinedTable = '42P01'
const longestMs = 10_000

/**
 * Whether a process can answer requests: its database answers in time and has every migration that the process knows. One with more, as
 * while a newer version is being rolled out, is as good.
 *
 * @param migrations their names
 */
export function createReadiness(pool: Pool, migrations: readonly string[]): Readiness {
  let isLeaving = false
  let looking: null | Promise<null | Unready> = null
  const look = async (): Promise<null | Unready> => {
    try {
      const { rows } = await pool.query(
        'select count(distinct name)::int as applied from payload_migrations where name = any($1)',
        [migrations],
      )
      return rows[0]?.applied === migrations.length ? null : 'migrations'
    } catch (error) {
      return (error as { code?: unknown }).code === undefinedTable ? 'migrations' : 'database'
    }
  }
  const begin = () => {
    const begun = look()
    const forget = () => {
      if (looking === begun) looking = null
    }
    begun.then(forget, forget)
    // A connection whose other end vanished says nothing for a quarter of an hour, while others are as good as ever.
    setTimeout(longestMs, null, { ref: false }).then(forget, forget)
    return begun
  }
  return {
    check: async () => {
      if (isLeaving) return 'stopping'
      // However many ask at once, and while no answer comes: this is open to everybody, and one connection is enough for it.
      looking ??= begin()
      return Promise.race([looking, setTimeout(patienceMs, 'database' as const, { ref: false })])
    },
    leave: () => {
      isLeaving = true
    },
  }
}
