import { execFile, spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

import { afterAll, beforeAll, expect, it } from 'vitest'

import { publicKeys } from '../../../src/certificates/signingKeys'
import { buildLife, nowhere } from '../../support/client/build'
import { expected } from '../../support/client/life'
import { openApi, type TestApi } from '../api/support/api'
import { type ServerProcess, startServer } from '../api/support/servers'
import { release } from '../releases/support'

/** The client promises more platforms than the one that its other tests run in. Browsers have a test of their own. */
let api: TestApi
let folder: string
let server: ServerProcess

beforeAll(async () => {
  api = await openApi()
  await release(api.payload, api.product.id, { main: 'an archive', version: '1.1.0' })
  folder = await mkdtemp(path.join(tmpdir(), 'client-'))
  server = await startServer(api.databaseUrl)
})
afterAll(async () => {
  await server.stop()
  await api.close()
  await rm(folder, { force: true, recursive: true })
})

/** How each runs a file that needs the network and nothing else. */
const runtimes = {
  bun: ['run'],
  deno: ['run', '--no-prompt', '--allow-net'],
  node: [],
}

const isInstalled = (runtime: string) =>
  spawnSync(runtime, ['--version'], { stdio: 'ignore' }).status === 0

for (const [runtime, args] of Object.entries(runtimes)) {
  const isHere = isInstalled(runtime)
  if (!isHere) {
    // eslint-disable-next-line no-console -- Says why nothing was tested.
    console.warn(`${runtime} is not installed: the client was not run in it.`)
  }
  it.skipIf(!isHere)(`an installation lives in ${runtime}`, async () => {
    const license = await api.createLicense({ parallelUses: 1 })
    const given = {
      apiKey: api.keys.external,
      baseUrl: server.url,
      code: license.code,
      nowhere: await nowhere(),
      productId: 'TIDEMARK',
      // Next publishes them, which is not here.
      publicKeys: await publicKeys(api.payload),
      url: `https://${runtime}.example.com`,
    }
    await buildLife(folder, given, 'console.log(outcome)')
    const { stdout } = await promisify(execFile)(runtime, [...args, path.join(folder, 'main.js')], {
      env: { ...process.env, NODE_OPTIONS: '' },
    })
    const last = stdout.trim().split('\n').at(-1) ?? ''
    expect(JSON.parse(last)).toEqual({ ...expected, downloaded: 'an archive', update: '1.1.0' })
  })
}
