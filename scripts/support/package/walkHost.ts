import { walk } from '../../../tests/package/walk'
import type { Host } from '../../../tests/package/walk/host'
import { walkWithoutPortal } from '../../../tests/package/walk/withoutPortal'
import { environmentOf, notesOf, outboxOf } from './environment'
import { freePort } from './freePort'
import { runIn, whileRunning, whileServing } from './runIn'

const portal = '/account'
const next = 'node_modules/next/dist/bin/next'

/**
 * Migrates and builds a host and uses it in each of the ways that it can be run: by `next start` with a worker beside it, by the package's
 * server, and by `next start` again with other options on the first database.
 *
 * @param databases empty ones, by the server that uses them
 */
export async function walkHost(
  folder: string,
  databases: { next: string; own: string },
): Promise<void> {
  const origin = `http://localhost:${await freePort()}`
  const { port } = new URL(origin)
  const environment = (databaseUrl: string, name: string, switches = {}) =>
    environmentOf(folder, { databaseUrl, name, origin, switches })
  const hostOf = (name: string, server: Host['server']): Host => ({
    notes: notesOf(folder, name),
    origin,
    outbox: outboxOf(folder, name),
    portal,
    server,
  })
  const serve = <Result>(args: string[], env: NodeJS.ProcessEnv, work: () => Promise<Result>) =>
    whileServing({ address: `${origin}/api/health-check`, args, cwd: folder, env }, work)
  const serveByNext = <Result>(env: NodeJS.ProcessEnv, work: () => Promise<Result>) =>
    whileRunning({ args: ['--import', 'tsx', 'worker.ts'], cwd: folder, env }, () =>
      serve([next, 'start', '-p', port], env, work),
    )

  await prepareHost(folder, environment(databases.next, 'next'), environment(databases.own, 'own'))
  console.log('\nServed by next start')
  const walked = await serveByNext(environment(databases.next, 'next'), () =>
    walk(hostOf('next', 'next')),
  )
  console.log("\nServed by the package's server")
  await serve(['--import', 'tsx', 'server.ts'], environment(databases.own, 'own'), () =>
    walk(hostOf('own', 'own')),
  )
  console.log('\nServed by next start without a portal, with other slugs')
  const switches = { HOST_PORTAL: 'off', HOST_SLUGS: 'renamed' }
  await serveByNext(environment(databases.next, 'bare', switches), () =>
    walkWithoutPortal(hostOf('bare', 'next'), walked),
  )
}

/** What docs/plugin.md has a host do once it has the package and its files. */
async function prepareHost(
  folder: string,
  env: NodeJS.ProcessEnv,
  other: NodeJS.ProcessEnv,
): Promise<void> {
  const payload = (...args: string[]) =>
    runIn(folder, process.execPath, ['node_modules/payload/bin.js', ...args], env)
  await payload('generate:importmap')
  await payload('generate:types')
  await payload('migrate:create', 'licenses')
  await payload('migrate')
  await runIn(folder, process.execPath, ['node_modules/payload/bin.js', 'migrate'], other)
  await runIn(folder, process.execPath, [next, 'build'], env)
}
