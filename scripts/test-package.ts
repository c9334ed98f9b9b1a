import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { createDatabase, startThrowAwayCluster } from '../tests/support/cluster'
import { walk } from '../tests/package/walk'
import { runCommand } from './support/fail'
import { createHost } from './support/package/host'
import { runIn, whileServing } from './support/package/runIn'
import { freePort } from './support/package/freePort'

/** Installs the package into a blank Payload app in a temporary folder, migrates, builds and serves it, and uses it over HTTP. */
await runCommand(async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'license-manager-host-'))
  const cluster = await startThrowAwayCluster()
  try {
    await createHost(folder)
    for (const server of ['next', 'own'] as const) {
      await createDatabase(cluster, `host_${server}`)
    }
    const origin = `http://localhost:${await freePort()}`
    const environment = (database: string) => hostEnvironment(folder, origin, cluster.url(database))
    const payload = (...args: string[]) =>
      runIn(
        folder,
        process.execPath,
        ['node_modules/payload/bin.js', ...args],
        environment('host_next'),
      )
    await payload('generate:importmap')
    await payload('generate:types')
    await payload('migrate:create', 'initial')
    await payload('migrate')
    await runIn(
      folder,
      process.execPath,
      ['node_modules/payload/bin.js', 'migrate'],
      environment('host_own'),
    )
    const next = 'node_modules/next/dist/bin/next'
    await runIn(folder, process.execPath, [next, 'build'], environment('host_next'))
    const address = `${origin}/api/health-check`
    const { port } = new URL(origin)

    console.log('\nServed by next start')
    await whileServing(
      { address, args: [next, 'start', '-p', port], cwd: folder, env: environment('host_next') },
      () => walk(origin, '/account'),
    )
    console.log("\nServed by the package's server")
    await whileServing(
      {
        address,
        args: ['--import', 'tsx', 'server.ts'],
        cwd: folder,
        env: environment('host_own'),
      },
      () => walk(origin, '/account'),
    )
    console.log('\nThe package works in an app of its own.')
  } finally {
    await cluster.stop()
    rmSync(folder, { force: true, recursive: true })
  }
})
process.exit(0)

/** The host's environment: nothing of this app's own. */
function hostEnvironment(folder: string, origin: string, databaseUrl: string): NodeJS.ProcessEnv {
  const own = ['APP_ROOT', 'NODE_OPTIONS']
  const inherited = Object.entries(process.env).filter(([name]) => !own.includes(name))
  return {
    ...Object.fromEntries(inherited),
    DATABASE_URL: databaseUrl,
    MAIL_OUTBOX: path.join(folder, 'outbox'),
    NODE_ENV: 'production',
    PAYLOAD_SECRET: randomBytes(32).toString('hex'),
    PORT: new URL(origin).port,
    SERVER_URL: origin,
  }
}
