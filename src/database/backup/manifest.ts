import { readFile } from 'node:fs/promises'
import path from 'node:path'

import { z } from 'zod'

const schema = z.object({
  createdAt: z.string(),
  /** How many uploaded files are beside it; null where they are in a bucket, which has backups of its own. */
  files: z.number().nullable(),
  migrations: z.array(z.string()),
  sequences: z.record(z.string(), z.string()),
  tables: z.record(z.string(), z.object({ columns: z.array(z.string()), rows: z.number() })),
  version: z.literal(1),
})

/** What a backup says of itself. It is written last: a folder without it is none. */
export type Manifest = z.output<typeof schema>

export const manifestFile = (folder: string) => path.join(folder, 'manifest.json')
export const tableFile = (folder: string, table: string) =>
  path.join(folder, 'tables', `${table}.copy.gz`)
export const filesFolder = (folder: string) => path.join(folder, 'files')

/** @throws Error where the folder holds no backup */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(manifestFile(folder), 'utf8').catch(() => null)
  if (text === null) throw new Error(`There is no complete backup in ${folder}.`)
  return schema.parse(JSON.parse(text))
}
