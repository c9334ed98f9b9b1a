import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** A user of the operating system to run PostgreSQL as. */
export type Identity = { gid: number; uid: number }

const candidates = ['postgres', 'nobody']

/**
 * Whom PostgreSQL has to run as: it refuses to run as root.
 *
 * @returns null when this process is not root and PostgreSQL runs as its own user
 * @throws Error when root finds no unprivileged user
 */
export function serverIdentity(): Identity | null {
  if (process.getuid?.() !== 0) return null
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  for (const name of candidates) {
    const account = accounts.find(([login]) => login === name)
    if (account) return { gid: Number(account[3]), uid: Number(account[2]) }
  }
  throw new Error(
    'PostgreSQL cannot run as root, and there is no user postgres or nobody. Set DATABASE_URL.',
  )
}

/** Whether this user can run a program and so enter every folder on the way to it. */
export function canRun(program: string, identity: Identity | null): boolean {
  try {
    execFileSync(program, ['--version'], { cwd: '/', stdio: 'ignore', ...identity })
    return true
  } catch {
    return false
  }
}

/** Whether this user can enter a folder. */
export function canEnter(folder: string, identity: Identity | null): boolean {
  if (identity === null) return true
  try {
    // The shell changes into the folder as that user; its own rights on the way down are what counts.
    execFileSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], {
      cwd: '/',
      stdio: 'ignore',
      ...identity,
    })
    return true
  } catch {
    return false
  }
}
