import { createReadStream } from 'node:fs'
import { cp, mkdir } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'

import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

import { migrations } from '../migrations'
import { connect } from './connect'
import { filesFolder, type Manifest, readManifest, tableFile } from './manifest'
import { listForeignKeys, listTables, quote } from './tables'

type Restoring = {
  /** For `restore`, its migrations are applied already. */
  databaseUrl: string
  folder: string
  /** Whether what the database holds may be lost. */
  replace: boolean
  /** Where files go; null where they are in a bucket. */
  uploads: null | string
}

/**
 * Refuses what could not be restored, before anything is changed: the database may have no tables yet, or those of an older version.
 *
 * @throws Error where the backup is not complete or of another version, where the database holds something that may not be replaced, and
 *   where files are kept otherwise than they were
 */
export async function refuseUnrestorable({
  databaseUrl,
  folder,
  replace,
  uploads,
}: Restoring): Promise<Manifest> {
  const manifest = await readManifest(folder)
  refuseOtherVersion(manifest)
  refuseOtherStorage(manifest, uploads)
  if (replace) return manifest
  const client = await connect(databaseUrl)
  try {
    await refuseFilled(client, await namesOfTables(client))
  } finally {
    await client.end()
  }
  return manifest
}

/**
 * Puts a backup into a database in one transaction, after its files are in their folder: whatever fails leaves the database as it was. The app
 * must not run on it meanwhile.
 *
 * @throws Error as `refuseUnrestorable`
 */
export async function restore(restoring: Restoring): Promise<Manifest> {
  const { databaseUrl, folder, replace, uploads } = restoring
  const manifest = await refuseUnrestorable(restoring)
  // Not within the transaction, which a server may end when nothing comes for a while.
  if (uploads !== null) {
    await mkdir(uploads, { recursive: true })
    await cp(filesFolder(folder), uploads, { recursive: true })
  }
  const client = await connect(databaseUrl)
  try {
    await client.query('begin')
    const tables = await namesOfTables(client)
    if (!replace) await refuseFilled(client, tables)
    await fill(client, folder, manifest, tables)
    await client.query('commit')
  } finally {
    // Ends a transaction that was not committed as well.
    await client.end()
  }
  return manifest
}

async function namesOfTables(client: pg.Client): Promise<string[]> {
  return (await listTables(client)).map(([table]) => table)
}

function refuseOtherStorage({ files }: Manifest, uploads: null | string): void {
  if (files !== null && uploads === null) {
    throw new Error(
      'The backup holds uploaded files, and S3_BUCKET names a bucket. Restore it without S3_BUCKET, then copy the files into the bucket.',
    )
  }
  if (files === null && uploads !== null) {
    throw new Error(
      "The uploaded files of this backup are in a bucket. Set S3_BUCKET to it, or to a copy, as in the backup's own environment.",
    )
  }
}

function refuseOtherVersion({ migrations: applied }: Manifest): void {
  const known = new Set(migrations.map(({ name }) => name))
  const isSame = applied.length === known.size && applied.every((name) => known.has(name))
  if (isSame) return
  throw new Error(
    'The backup is of another version of License Manager. Restore it with that version; a newer one then migrates it when it starts.',
  )
}

async function refuseFilled(client: pg.Client, tables: string[]): Promise<void> {
  for (const table of ['users', 'customers', 'products', 'licenses']) {
    if (!tables.includes(table)) continue
    const { rowCount } = await client.query(`select from ${quote(table)} limit 1`)
    if (rowCount)
      throw new Error('The database is not empty. Pass --replace to lose what is in it.')
  }
}

/** Without keys and triggers meanwhile: rows come in no order, and nothing of it happens now. */
async function fill(
  client: pg.Client,
  folder: string,
  manifest: Manifest,
  tables: string[],
): Promise<void> {
  const keys = await listForeignKeys(client)
  for (const { name, table } of keys)
    await client.query(`alter table ${table} drop constraint ${quote(name)}`)
  await switchTriggers(client, tables, 'disable')
  await client.query(`truncate ${tables.map(quote).join(', ')}`)
  for (const [table, { columns, rows }] of Object.entries(manifest.tables)) {
    const names = columns.map(quote).join(', ')
    const stream = client.query(copyFrom(`copy ${quote(table)} (${names}) from stdin`))
    await pipeline(createReadStream(tableFile(folder, table)), createGunzip(), stream)
    if (stream.rowCount !== rows) throw new Error(`The backup of ${table} is not complete.`)
  }
  for (const { definition, name, table } of keys)
    await client.query(`alter table ${table} add constraint ${quote(name)} ${definition}`)
  for (const [sequence, value] of Object.entries(manifest.sequences))
    await client.query('select setval($1::regclass, $2::bigint)', [quote(sequence), value])
  await switchTriggers(client, tables, 'enable')
}

/** Those of the app: they write the activity log, and keep it from being emptied. */
async function switchTriggers(
  client: pg.Client,
  tables: string[],
  action: 'disable' | 'enable',
): Promise<void> {
  for (const table of tables) {
    await client.query(`alter table ${quote(table)} ${action} trigger user`)
  }
}
