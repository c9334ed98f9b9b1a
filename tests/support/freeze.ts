import { readdirSync, readFileSync } from 'node:fs'

import type { Query } from './intact'

/**
 * Keeps a PostgreSQL of this machine from doing anything, connections and all.
 *
 * @param postmaster the number of its first process
 * @returns what lets it go on
 */
export function freeze(postmaster: number): () => void {
  // The first process at first: it starts no others from then on.
  signal(postmaster, 'SIGSTOP')
  const frozen = [postmaster, ...childrenOf(postmaster)]
  for (const pid of frozen) signal(pid, 'SIGSTOP')
  return () => {
    for (const pid of frozen.splice(0)) signal(pid, 'SIGCONT')
  }
}

/** To a process that may have ended by itself: a connection is closed, an autovacuum is done. */
function signal(pid: number, name: 'SIGCONT' | 'SIGSTOP'): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/** The number of the first process of the PostgreSQL that answers. */
export async function postmasterOf(query: Query): Promise<number> {
  // A process of the server's own: that of this connection may be gone before it is looked at.
  const [row] = await query(`select pid from pg_stat_activity where backend_type = 'checkpointer'`)
  return parentOf(Number(row?.pid))
}

function parentOf(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/^PPid:\s+(\d+)/m.exec(status)?.[1])
}

function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return parentOf(pid) === parent
      } catch {
        return false
      }
    })
}
