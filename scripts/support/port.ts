import { once } from 'node:events'
import { createServer } from 'node:net'

import { CommandError } from './fail'

/**
 * Makes sure that the app can listen on a port before anything long begins.
 *
 * @throws CommandError when another program has it
 */
export function requireFreePort(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', () =>
      reject(
        new CommandError(`Port ${port} is in use. Stop what uses it, or set PORT to another one.`),
      ),
    )
    probe.listen(port, process.env.HOST || undefined, () => probe.close(() => resolve()))
  })
}

/** A port that nothing listens on. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0)
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  if (typeof address !== 'object' || !address) throw new Error('There is no free port.')
  return address.port
}
