import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'

import { CommandError } from '../fail'

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
 * Runs a server in a folder while something is done with it.
 *
 * @param args what Node runs
 * @param address answers as soon as the server is ready
 */
export async function whileServing(
  {
    address,
    args,
    cwd,
    env,
  }: { address: string; args: string[]; cwd: string; env: NodeJS.ProcessEnv },
  work: () => Promise<void>,
): Promise<void> {
  const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'inherit', 'inherit'] })
  try {
    await untilAnswered(address, child)
    await work()
  } finally {
    const ended = child.exitCode === null ? once(child, 'exit') : null
    child.kill('SIGTERM')
    await ended
  }
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
