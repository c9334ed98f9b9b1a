import { createWriteStream } from 'node:fs'
import { cp, mkdir, readdir, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'

import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'

import { connect } from './connect'
import { filesFolder, type Manifest, manifestFile, tableFile } from './manifest'
import { listSequences, listTables, quote } from './tables'

/**
 * Writes a database, as it is at one moment, and its uploaded files into a folder. The app may go on meanwhile. The schema is not in it:
 * the migrations make it. Nor is `PAYLOAD_SECRET`, without which what is encrypted stays so.
 *
 * @param folder is made, and must not be there yet: it holds everything that the database does, readable for its owner only
 * @param uploads the folder of uploaded files; null where they are in a bucket
 * @throws the error of the database or the disk; what was written until then is no backup
 */
export async function backUp(
  databaseUrl: string,
  folder: string,
  uploads: null | string,
): Promise<Manifest> {
  await mkdir(path.dirname(folder), { recursive: true })
  await mkdir(folder, { mode: 0o700 })
  await mkdir(path.join(folder, 'tables'))
  const client = await connect(databaseUrl)
  try {
    await client.query('begin isolation level repeatable read read only')
    const manifest: Manifest = {
      createdAt: new Date().toISOString(),
      files: null,
      migrations: await listMigrations(client),
      sequences: await listSequences(client),
      tables: {},
      version: 1,
    }
    for (const [table, columns] of await listTables(client)) {
      const rows = await copyOut(client, table, columns, tableFile(folder, table))
      manifest.tables[table] = { columns, rows }
    }
    await client.query('commit')
    // After the database: a file that a row names is rather there than not.
    if (uploads !== null) manifest.files = await copyFiles(uploads, filesFolder(folder))
    await writeFile(manifestFile(folder), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 })
    return manifest
  } finally {
    await client.end()
  }
}

async function listMigrations(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    'select distinct name from payload_migrations order by name',
  )
  return rows.map(({ name }) => name)
}

async function copyOut(
  client: pg.Client,
  table: string,
  columns: string[],
  file: string,
): Promise<number> {
  const stream = client.query(
    copyTo(`copy ${quote(table)} (${columns.map(quote).join(', ')}) to stdout`),
  )
  await pipeline(stream, createGzip(), createWriteStream(file, { flags: 'wx', mode: 0o600 }))
  return stream.rowCount
}

/** @returns how many there are */
async function copyFiles(from: string, to: string): Promise<number> {
  await mkdir(to)
  if (!(await exists(from))) return 0
  const filter = (file: string) => path.basename(file) !== '.incoming'
  await cp(from, to, { filter, recursive: true })
  const copied = await readdir(to, { recursive: true, withFileTypes: true })
  return copied.filter((entry) => entry.isFile()).length
}

/** Before the first upload there is no folder. One that cannot be looked at is a fault. */
async function exists(folder: string): Promise<boolean> {
  try {
    await stat(folder)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
}
