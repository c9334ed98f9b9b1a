import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'

import { installFromDebian } from '../../scripts/support/debian'
import { freePort } from '../../scripts/support/port'

export type RedisServer = {
  /** Starts it again on the same port, empty. */
  start: () => Promise<void>
  /** Kills it, as when its machine fails. */
  stop: () => Promise<void>
  url: string
}

/** Whether there is a Redis to start: an installed one, or Debian's. */
export function hasRedis(): boolean {
  return isInstalled() || (installFromDebian('redis-server') && isInstalled())
}

/** Starts a Redis that keeps nothing on disk. */
export async function startRedis(): Promise<RedisServer> {
  const port = await freePort()
  let child: ChildProcess | null = null
  const start = async () => {
    const options = ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no']
    const started = spawn('redis-server', options, {
      cwd: '/',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    child = started
    for await (const output of started.stdout) {
      if (String(output).includes('Ready to accept connections')) break
    }
    started.stdout.resume()
  }
  await start()
  return {
    start,
    stop: async () => {
      if (!child || child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
    },
    url: `redis://127.0.0.1:${port}/1`,
  }
}

function isInstalled(): boolean {
  try {
    execFileSync('redis-server', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
