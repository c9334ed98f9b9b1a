import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'

import { CommandError } from '../fail'

/** A program of Node's, and how long it may take to end in milliseconds. */
export type Program = { args: string[]; cwd: string; env: NodeJS.ProcessEnv; patienceMs?: number }

/** Runs a command in a folder, with this terminal's output. */
export async function runIn(
  cwd: string,
  command: string,
  args: string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<void> {
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'inherit', 'inherit'] })
  const [code] = (await once(child, 'exit')) as [null | number]
  if (code !== 0) throw new CommandError(`${command} ${args.join(' ')} failed in ${cwd}.`)
}

/**
 * Runs a server while something is done with it.
 *
 * @param address answers as soon as the server is ready
 * @throws CommandError where it never answers
 */
export async function whileServing<Result>(
  { address, ...server }: { address: string } & Program,
  work: () => Promise<Result>,
): Promise<Result> {
  return whileRunning(server, async (child) => {
    await untilAnswered(address, child)
    return work()
  })
}

/** Runs a program while something is done. It is asked to end then, and ended where it does not. */
export async function whileRunning<Result>(
  { args, cwd, env, patienceMs = 10_000 }: Program,
  work: (child: ChildProcess) => Promise<Result>,
): Promise<Result> {
  const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'inherit', 'inherit'] })
  try {
    return await work(child)
  } finally {
    await end(child, patienceMs)
  }
}

async function end(child: ChildProcess, patienceMs: number): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  const timer = globalThis.setTimeout(() => {
    console.error(`Killed, as it did not end by itself: ${child.spawnargs.join(' ')}`)
    child.kill('SIGKILL')
  }, patienceMs)
  await ended
  clearTimeout(timer)
}

async function untilAnswered(address: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 240; tries += 1) {
    if (child.exitCode !== null) break
    if (
      await fetch(address).then(
        () => true,
        () => false,
      )
    )
      return
    await setTimeout(500)
  }
  throw new CommandError(`There is no answer from ${address}.`)
}
