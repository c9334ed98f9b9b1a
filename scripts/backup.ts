import { existsSync } from 'node:fs'
import path from 'node:path'

import { backUp } from '../src/database/backup/backup'
import { loadEnvironment, prepareEnvironment } from './support/environment'
import { CommandError, runCommand } from './support/fail'
import { dataDir } from './support/paths'
import { uploadsFolder } from './support/uploads'

/** Writes a backup into a new folder: the named one, or one of `.data/backups`. */
await runCommand(async () => {
  loadEnvironment()
  const name = new Date().toISOString().replace(/[-:]|\.\d+Z/g, '')
  const folder = path.resolve(process.argv[2] ?? path.join(dataDir, 'backups', name))
  if (existsSync(folder)) {
    throw new CommandError(`${folder} is there already. Name a folder that is not.`)
  }
  const environment = await prepareEnvironment()
  try {
    const uploads = uploadsFolder()
    const { files, tables } = await backUp(process.env.DATABASE_URL ?? '', folder, uploads)
    const rows = Object.values(tables).reduce((sum, table) => sum + table.rows, 0)
    console.log(`${rows} rows of ${Object.keys(tables).length} tables are in ${folder}.`)
    if (files !== null) console.log(`${files} uploaded files of ${uploads} are with them.`)
    else console.log('Uploaded files are in the bucket, which needs a backup of its own.')
    console.log('Keep PAYLOAD_SECRET as well, in another place: it is not in the backup.')
  } finally {
    await environment.stop()
  }
})
process.exit(0)
