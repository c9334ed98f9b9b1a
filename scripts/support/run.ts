import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout } from 'node:timers/promises'

import { root } from './paths'

const longestEnd = 16_000

/**
 * Runs a program in the clone's folder with this terminal's output. A signal to stop is passed on; Ctrl-C reaches it by itself.
 *
 * @param output where what it prints goes: a file descriptor, or this program's own
 * @returns its exit code; 1 when a signal ended it
 */
export function runProgram(
  program: string,
  args: string[],
  environment: Record<string, string> = {},
  output: 'inherit' | number = 'inherit',
): Promise<number> {
  const child = spawn(program, args, {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ['ignore', output, 'inherit'],
  })
  return statusOf(child)
}

/**
 * The same, and remembers the end of what the program wrote.
 *
 * @returns its exit code, and the last lines
 */
export async function runWithEnd(
  program: string,
  args: string[],
  environment: Record<string, string> = {},
): Promise<{ end: string; status: number }> {
  const child = spawn(program, args, {
    cwd: root,
    env: {
      ...process.env,
      // Behind a pipe, programs take it that nobody sees colours.
      ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}),
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let end = ''
  for (const [from, to] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ] as const) {
    from.setEncoding('utf8').on('data', (text: string) => {
      to.write(text)
      end = (end + text).slice(-longestEnd)
    })
  }
  const status = await statusOf(child)
  // What was written last may still be in the pipe; whoever else holds the pipe may hold it for long.
  await setTimeout(200)
  return { end, status }
}

function statusOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
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
