import { type ChildProcess, spawn } from 'node:child_process'

import { root } from './paths'

/**
 * Runs a server until it ends or this process is told to stop: the server gets the signal first and the time to finish.
 *
 * @param args what Node runs
 * @param onReady called when the server says over its channel that it listens
 * @returns its exit code
 */
export function serveUntilStopped(
  args: string[],
  environment: Record<string, string>,
  onReady: () => void = () => undefined,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, ...environment },
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    })
    let isStopping = false
    const stop = () => {
      isStopping = true
      terminate(child)
    }
    process.on('SIGINT', stop)
    process.on('SIGTERM', stop)
    child.on('message', (message) => {
      if (message === 'ready') onReady()
    })
    child.once('error', reject)
    child.once('exit', (code) => {
      process.off('SIGINT', stop)
      process.off('SIGTERM', stop)
      resolve(isStopping ? 0 : (code ?? 1))
    })
  })
}

function terminate(child: ChildProcess): void {
  child.kill('SIGTERM')
  const delay = Number(process.env.SHUTDOWN_DELAY_SECONDS || 0)
  setTimeout(() => child.kill('SIGKILL'), 12_000 + delay * 1000).unref()
}
