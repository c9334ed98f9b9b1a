import { existsSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import type { Payload } from 'payload'

import { migrate } from '../../src/database/migrate'
import { type DemoCredentials, seedDemo } from '../../src/database/seed'
import { dataDir } from './paths'
import { withPayload } from './payload'

const marker = path.join(dataDir, 'seeded')
const credentialsFile = path.join(dataDir, 'demo-credentials.json')

/**
 * Fills the embedded database with the demo on the very first start, and never again: neither where anything was ever stored nor
 * after somebody emptied it. A crash in between leaves an empty database, which the next start fills.
 */
export async function seedOnFirstStart(): Promise<void> {
  if (existsSync(marker)) return
  await withPayload(async (payload) => {
    await migrate(payload)
    if (await isEmpty(payload)) {
      console.log('Filling the database with a demo …')
      writeCredentials(await seedDemo(payload))
    }
  })
  writeFileSync(marker, `${new Date().toISOString()}\n`)
}

/** Writes the demo's logins where only the owner of the clone can read them. */
export function writeCredentials(credentials: DemoCredentials, file = credentialsFile): void {
  const draft = `${file}.new`
  writeFileSync(draft, `${JSON.stringify(credentials, null, 2)}\n`, { mode: 0o600 })
  renameSync(draft, file)
}

export { credentialsFile }

async function isEmpty(payload: Payload): Promise<boolean> {
  const collections = ['users', 'customers', 'products', 'licenses', 'api-keys'] as const
  for (const collection of collections) {
    const { docs } = await payload.find({
      collection,
      depth: 0,
      limit: 1,
      // There is nobody to ask for access yet.
      overrideAccess: true,
      pagination: false,
      select: {},
    })
    if (docs.length > 0) return false
  }
  return true
}
