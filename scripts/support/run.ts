import { spawn } from 'node:child_process'

import { root } from './paths'

/**
 * Runs a program in the clone's folder with this terminal's output. A signal to stop is passed on; Ctrl-C reaches it by itself.
 *
 * @returns its exit code; 1 when a signal ended it
 */
export function runProgram(
  program: string,
  args: string[],
  environment: Record<string, string> = {},
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    const stop = () => void child.kill('SIGINT')
    process.on('SIGTERM', stop)
    process.on('SIGHUP', stop)
    child.once('error', reject)
    child.once('exit', (code) => {
      process.off('SIGTERM', stop)
      process.off('SIGHUP', stop)
      resolve(code ?? 1)
    })
  })
}
