import { type Host, usualSlugs } from '../../../tests/package/walk/host'
import { environmentOf, type HostRun, notesOf, outboxOf, uploadsOf } from './environment'
import { whileRunning, whileServing } from './runIn'

const portal = '/account'

/** Next, as the host has it. */
export const nextProgram = 'node_modules/next/dist/bin/next'

type ServedRun = Omit<HostRun, 'origin'> & {
  /** What is asked for until there is an answer. */
  address?: string
  document?: Host['document']
  hasAllFiles?: boolean
  server: Host['server']
  slugs?: Host['slugs']
  /** How it is served, for whoever watches. */
  title: string
}

/**
 * Serves a host at one address, one run after the other.
 *
 * @param folder of the host, prepared
 */
export function serveIn(folder: string, origin: string) {
  const environment = (run: Omit<HostRun, 'origin'>) => environmentOf(folder, { ...run, origin })
  const { port } = new URL(origin)

  async function serve<Result>(
    {
      address = '/api/health-check',
      document = 'portal',
      hasAllFiles = true,
      server,
      slugs = usualSlugs,
      title,
      ...run
    }: ServedRun,
    work: (host: Host) => Promise<Result>,
  ): Promise<Result> {
    console.log(`\nServed ${title}`)
    const { name } = run
    const env = environment(run)
    const host: Host = {
      document,
      hasAllFiles,
      notes: notesOf(folder, name),
      origin,
      outbox: outboxOf(folder, name),
      portal,
      server,
      slugs,
      uploads: uploadsOf(folder, name),
    }
    const program = (...args: string[]) => ({ args, cwd: folder, env })
    const served = (...args: string[]) =>
      whileServing({ ...program(...args), address: origin + address }, () => work(host))
    if (server === 'own') return served('--import', 'tsx', 'server.ts')
    return whileRunning(program('--import', 'tsx', 'worker.ts'), () =>
      served(nextProgram, 'start', '-p', port),
    )
  }

  return { environment, serve }
}
