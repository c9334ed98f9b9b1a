import { type SQL, sql } from '@payloadcms/db-postgres/drizzle'

import type { Release } from '../licensing/updates'
import type { Queryable } from '../licensing/types'
import { isUuid } from '../text/isUuid'

/** Which of a version's files is meant: the software, or the script for its database. */
export type FileType = 'main' | 'sql'

/** A product, as updates need it. */
export type ReleasingProduct = {
  id: string
  isActive: boolean
  /** Whether updates are for licences only. */
  licenseUpdate: boolean
  referenceId: string
  /** Whether the newest version is offered at once, or the next one after the installed. */
  serveLatest: boolean
}

/** A file of a version; what is computed of its bytes is null where nobody asked for it yet. */
export type ReleaseFile = {
  filename: string
  id: string
  mimeType: string
  sha256: null | string
  signature: null | string
  signatureKeyId: null | string
  size: number
}

/** A version of a product with its texts and files. */
export type ReleaseDetails = Release & {
  changelog: null | string
  isActive: boolean
  mainFile: null | ReleaseFile
  product: ReleasingProduct
  sqlFile: null | ReleaseFile
  summary: null | string
}

const mostReleases = 5000

/** The product with this reference ID. */
export async function findReleasingProduct(
  db: Queryable,
  referenceId: string,
): Promise<null | ReleasingProduct> {
  const { rows } = await db.execute(
    sql`select ${productColumns} from products p where p.reference_id = ${referenceId}`,
  )
  return rows[0] ? toProduct(rows[0]) : null
}

/** The active versions of a product, those of a later date too, the latest released first: the rules choose among them. */
export async function listReleases(db: Queryable, productId: string): Promise<Release[]> {
  const { rows } = await db.execute(sql`
    select id, version, released_at from versions
    where product_id = ${productId} and is_active
    order by released_at desc, id limit ${mostReleases}`)
  return rows.map((row) => toRelease(row))
}

/** A version by its id (`update_id`), active or not. */
export async function findReleaseById(db: Queryable, id: string): Promise<null | ReleaseDetails> {
  if (!isUuid(id)) return null
  const [release] = await findReleases(db, sql`v.id = ${id}`)
  return release ?? null
}

/**
 * The versions with this name, active or not.
 *
 * @param productId null: of any product; no more than two are looked for, which is enough to know that the name is not clear
 */
export async function findReleasesByName(
  db: Queryable,
  version: string,
  productId: null | string,
): Promise<ReleaseDetails[]> {
  const ofProduct = productId === null ? sql`` : sql`and v.product_id = ${productId}`
  return findReleases(db, sql`v.version = ${version} ${ofProduct}`)
}

/** Notes what was computed of a file's bytes, unless somebody else did. */
export async function saveFileDigest(
  db: Queryable,
  id: string,
  { sha256, signature, signatureKeyId }: FileDigest,
): Promise<void> {
  await db.execute(sql`
    update release_files set sha256 = ${sha256}, signature = ${signature}, signature_key_id = ${signatureKeyId}
    where id = ${id} and (sha256 is null or signature is null)`)
}

/** What is computed of a file's bytes: the checksum in hex, and its Ed25519 signature in base64. */
export type FileDigest = { sha256: string; signature: string; signatureKeyId: string }

const productColumns = sql`p.id as product_id, p.reference_id, p.is_active as product_is_active, p.license_update, p.serve_latest_updates`

function fileColumns(alias: 'm' | 's'): SQL {
  return sql.raw(
    ['id', 'filename', 'mime_type', 'filesize', 'sha256', 'signature', 'signature_key_id']
      .map((name) => `${alias}.${name} as ${alias}_${name}`)
      .join(', '),
  )
}

async function findReleases(db: Queryable, condition: SQL): Promise<ReleaseDetails[]> {
  const { rows } = await db.execute(sql`
    select v.id, v.version, v.released_at, v.summary, v.changelog, v.is_active, ${productColumns},
      ${fileColumns('m')}, ${fileColumns('s')}
    from versions v join products p on p.id = v.product_id
      left join release_files m on m.id = v.main_file_id
      left join release_files s on s.id = v.sql_file_id
    where ${condition} limit 2`)
  return rows.map((row) => ({
    ...toRelease(row),
    changelog: row.changelog as null | string,
    isActive: row.is_active === true,
    mainFile: toFile(row, 'm'),
    product: toProduct(row),
    sqlFile: toFile(row, 's'),
    summary: row.summary as null | string,
  }))
}

function toRelease(row: Record<string, unknown>): Release {
  return {
    id: row.id as string,
    releasedAt: new Date(row.released_at as string),
    version: row.version as string,
  }
}

function toProduct(row: Record<string, unknown>): ReleasingProduct {
  return {
    id: row.product_id as string,
    isActive: row.product_is_active !== false,
    licenseUpdate: row.license_update !== false,
    referenceId: row.reference_id as string,
    serveLatest: row.serve_latest_updates !== false,
  }
}

function toFile(row: Record<string, unknown>, alias: 'm' | 's'): null | ReleaseFile {
  const value = (name: string) => row[`${alias}_${name}`] as null | string
  const [id, filename] = [value('id'), value('filename')]
  if (id === null || filename === null) return null
  return {
    filename,
    id,
    mimeType: value('mime_type') ?? 'application/octet-stream',
    sha256: value('sha256'),
    signature: value('signature'),
    signatureKeyId: value('signature_key_id'),
    size: Number(value('filesize') ?? 0),
  }
}
