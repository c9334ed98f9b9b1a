import { existsSync, readFileSync } from 'node:fs'

import type { DemoCredentials } from '../src/database/seed'
import { buildWhenStale } from './support/build'
import { loadEnvironment, prepareEnvironment, serverPort } from './support/environment'
import { runCommand } from './support/fail'
import { requireFreePort } from './support/port'
import { credentialsFile, seedOnFirstStart } from './support/seed'
import { serveUntilStopped } from './support/serve'

await runCommand(async () => {
  Object.assign(process.env, { NODE_ENV: 'production' })
  loadEnvironment()
  await requireFreePort(serverPort())
  console.log('Starting the database …')
  const environment = await prepareEnvironment()
  try {
    await buildWhenStale()
    if (environment.isEmbedded) await seedOnFirstStart()
    console.log('Starting the server …')
    process.exitCode = await serveUntilStopped(['dist/server.js'], {}, () =>
      printAddresses(environment.isEmbedded),
    )
  } finally {
    await environment.stop()
  }
})

function printAddresses(isEmbedded: boolean): void {
  const url = process.env.SERVER_URL
  const lines = [`Admin panel      ${url}/admin`, `Customer portal  ${url}/customer`]
  if (isEmbedded && existsSync(credentialsFile)) {
    const { admin, customer } = JSON.parse(readFileSync(credentialsFile, 'utf8')) as DemoCredentials
    lines[0] += `     ${admin.email} / ${admin.password}`
    lines[1] += `  ${customer.email} / ${customer.password}`
  }
  console.log(`\nLicense Manager is running.\n\n  ${lines.join('\n  ')}\n\nCtrl-C stops it.\n`)
}
