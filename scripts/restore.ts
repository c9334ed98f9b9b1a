import path from 'node:path'
import { parseArgs } from 'node:util'

import { refuseUnrestorable, restore } from '../src/database/backup/restore'
import { migrate } from '../src/database/migrate'
import { loadEnvironment, prepareEnvironment } from './support/environment'
import { CommandError, runCommand } from './support/fail'
import { withPayload } from './support/payload'
import { uploadsFolder } from './support/uploads'

/** Puts a backup into the database and the folder that the environment names. */
await runCommand(async () => {
  loadEnvironment()
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { replace: { default: false, type: 'boolean' } },
  })
  const [folder] = positionals
  if (!folder) throw new CommandError('Name the backup: npm run restore -- .data/backups/…')
  const environment = await prepareEnvironment()
  try {
    const { createdAt } = await restoreInto(path.resolve(folder), values.replace)
    console.log(`The backup of ${createdAt} is restored.`)
  } catch (error) {
    throw error instanceof Error && !('code' in error) ? new CommandError(error.message) : error
  } finally {
    await environment.stop()
  }
})
process.exit(0)

async function restoreInto(folder: string, replace: boolean) {
  const databaseUrl = process.env.DATABASE_URL ?? ''
  const restoring = { databaseUrl, folder, replace, uploads: uploadsFolder() }
  // Before the migrations, which cannot be taken back.
  await refuseUnrestorable(restoring)
  await withPayload(migrate)
  return restore(restoring)
}
