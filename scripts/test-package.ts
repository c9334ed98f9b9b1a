import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { createDatabase, startThrowAwayCluster } from '../tests/support/cluster'
import { runCommand } from './support/fail'
import { createHost } from './support/package/host'
import { walkHost } from './support/package/walkHost'

/** Installs the package into a blank Payload app in a temporary folder, migrates, builds and serves it, and uses it over HTTP. */
await runCommand(async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'license-manager-host-'))
  const cluster = await startThrowAwayCluster()
  try {
    await createHost(folder)
    const names = ['host_members', 'host_next', 'host_own'] as const
    for (const name of names) await createDatabase(cluster, name)
    await walkHost(folder, {
      members: cluster.url('host_members'),
      next: cluster.url('host_next'),
      own: cluster.url('host_own'),
    })
    console.log('\nThe package works in an app of its own.')
  } finally {
    await cluster.stop()
    rmSync(folder, { force: true, recursive: true })
  }
})
process.exit(0)
