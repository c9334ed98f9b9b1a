import { existsSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'

/**
 * The port of the server that runs on a data folder, or null. A lock file that a crash left behind is removed, also when its
 * process id belongs to another program by now: PostgreSQL itself would refuse to start.
 */
export function findRunning(dataDir: string): null | number {
  const lock = path.join(dataDir, 'postmaster.pid')
  if (!existsSync(lock)) return null
  const lines = readFileSync(lock, 'utf8').split('\n')
  const pid = Number(lines[0])
  if (isPostgres(pid)) return Number(lines[3]) || null
  rmSync(lock, { force: true })
  return null
}

function isPostgres(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return false
  if (process.platform !== 'linux') return true
  try {
    const isZombie = /^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
    const [program = ''] = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
    return !isZombie && path.basename(program).startsWith('postgres')
  } catch {
    return false
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
