import { spawn } from 'node:child_process'

import { root } from './paths'

/**
 * Runs a program in the clone's folder with this terminal's output.
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
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
}
