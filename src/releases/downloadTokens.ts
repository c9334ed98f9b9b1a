import { createHash, createHmac, hkdfSync, randomUUID } from 'node:crypto'

import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Queryable } from '../licensing/types'
import type { FileType } from './repository'

/** A temporary link, without the token that opens it. */
export type DownloadLink = {
  createdAt: Date
  downloads: number
  expiresAt: Date | null
  id: string
  /** When a download was last counted, or the link was made. */
  lastCountedAt: Date
  maxDownloads: null | number
  productId: string
  type: FileType
  /** Null: the latest. */
  versionId: null | string
}

type NewLink = Pick<DownloadLink, 'expiresAt' | 'maxDownloads' | 'productId' | 'type' | 'versionId'>

const purpose = 'license-manager download link v1'
const prefixLength = 8
/** How many times the file's size may be sent to continue one download: an interrupted one may overlap with what continues it. */
const continuedSizes = 2

/**
 * The token of a link: 256 bits of an HMAC over its random id, so that whoever holds the secret can tell it again, and the database alone
 * cannot.
 */
export function tokenOfLink(secret: string, id: string): string {
  const key = Buffer.from(hkdfSync('sha256', secret, '', purpose, 32))
  return createHmac('sha256', key).update(id).digest('base64url')
}

/** Stores a new link; of its token only the SHA-256 and the first characters. */
export async function insertLink(
  db: Queryable,
  secret: string,
  link: NewLink,
): Promise<DownloadLink> {
  const id = randomUUID()
  const token = tokenOfLink(secret, id)
  const { rows } = await db.execute(sql`
    insert into download_tokens (id, prefix, token_hash, product_id, version_id, type, max_downloads, downloads, expires_at)
    values (${id}, ${token.slice(0, prefixLength)}, ${hashOf(token)}, ${link.productId}, ${link.versionId},
      ${link.type}, ${link.maxDownloads}, 0, ${link.expiresAt?.toISOString() ?? null})
    returning ${columns}`)
  return toLink(rows[0] as Record<string, unknown>)
}

/**
 * The link that a token opens, whatever its state.
 *
 * @param token any text
 */
export async function findLink(db: Queryable, token: string): Promise<DownloadLink | null> {
  const { rows } = await db.execute(
    sql`select ${columns} from download_tokens where token_hash = ${hashOf(token)}`,
  )
  return rows[0] ? toLink(rows[0]) : null
}

/**
 * Counts one download, in one statement: never one more than there may be, however many ask at once.
 *
 * @returns false where the link is used up or has ended
 */
export async function countDownload(db: Queryable, id: string): Promise<boolean> {
  const { rows } = await db.execute(sql`
    update download_tokens set downloads = downloads + 1, updated_at = now()
    where id = ${id} and (max_downloads is null or downloads < max_downloads)
      and (expires_at is null or expires_at > now())
    returning id`)
  return rows.length > 0
}

/**
 * Reserves the bytes of a range that continues a download, in one statement: however many ask at once, all together never get more than twice
 * the file's size for each download that was counted.
 *
 * @param continuation.bytes how long the range is
 * @param continuation.size of the whole file
 * @returns false where that does not fit, or the link has ended
 */
export async function reserveContinuation(
  db: Queryable,
  id: string,
  { bytes, size }: { bytes: number; size: number },
): Promise<boolean> {
  const { rows } = await db.execute(sql`
    update download_tokens set continued_bytes = continued_bytes + ${bytes}
    where id = ${id} and continued_bytes + ${bytes} <= downloads * ${continuedSizes * size}
      and (expires_at is null or expires_at > now())
    returning id`)
  return rows.length > 0
}

/** Gives back what was reserved and not sent. */
export async function giveBackContinuation(
  db: Queryable,
  id: string,
  bytes: number,
): Promise<void> {
  await db.execute(sql`
    update download_tokens set continued_bytes = greatest(continued_bytes - ${bytes}, 0) where id = ${id}`)
}

const columns = sql`id, product_id, version_id, type, max_downloads, downloads, expires_at, created_at, updated_at`

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

function toLink(row: Record<string, unknown>): DownloadLink {
  return {
    createdAt: new Date(row.created_at as string),
    downloads: Number(row.downloads),
    expiresAt: row.expires_at === null ? null : new Date(row.expires_at as string),
    id: row.id as string,
    lastCountedAt: new Date(row.updated_at as string),
    maxDownloads: row.max_downloads === null ? null : Number(row.max_downloads),
    productId: row.product_id as string,
    type: row.type as FileType,
    versionId: row.version_id as null | string,
  }
}
