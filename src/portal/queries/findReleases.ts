import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

import { executeKept } from '../../database/keptStatements'
import type { OfferedRelease } from '../downloads/allowedReleases'

const most = 5000

/** A file of a version, as pages show it. */
export type FileRow = { name: string; sha256: null | string; size: number; type: 'main' | 'sql' }

/** A version with its files. */
export type ReleaseRow = { files: FileRow[]; summary: null | string } & OfferedRelease

/**
 * The versions of some products that have files and are released by now, the latest released first. Which of them a licence may have, the rules say. Customers may
 * not read versions: of the products that their own licences are for they see these, and nothing else is read.
 *
 * @param productIds products of licences that the customer has read
 */
export async function findReleases(
  req: PayloadRequest,
  productIds: readonly string[],
  now: Date,
): Promise<OfferedRelease[]> {
  if (productIds.length === 0) return []
  const { rows } = await executeKept(
    req.payload.db.drizzle,
    sql`
    select v.id, v.version, v.released_at, v.product_id, p.license_update
    from versions v join products p on p.id = v.product_id
    where v.product_id = any(${sql.param([...new Set(productIds)])}::uuid[]) and v.is_active and p.is_active is not false
      and (v.main_file_id is not null or v.sql_file_id is not null) and v.released_at <= ${now.toISOString()}
    order by v.released_at desc, v.id limit ${most}`,
  )
  return (rows as Row[]).map(toRelease)
}

/** Adds texts and files to the few versions that a page shows, with one query. */
export async function withFiles(
  req: PayloadRequest,
  releases: readonly OfferedRelease[],
): Promise<ReleaseRow[]> {
  if (releases.length === 0) return []
  const ids = [...new Set(releases.map(({ id }) => id))]
  const { rows } = await executeKept(
    req.payload.db.drizzle,
    sql`
    select v.id, v.summary, m.filename as main_name, m.filesize as main_size, m.sha256 as main_sha256,
      s.filename as sql_name, s.filesize as sql_size, s.sha256 as sql_sha256
    from versions v left join release_files m on m.id = v.main_file_id left join release_files s on s.id = v.sql_file_id
    where v.id = any(${sql.param(ids)}::uuid[])`,
  )
  const details = new Map((rows as DetailsRow[]).map((row) => [row.id, row]))
  return releases.map((release) => {
    const row = details.get(release.id)
    return { ...release, files: row ? filesOf(row) : [], summary: row?.summary ?? null }
  })
}

type Row = {
  id: string
  license_update: boolean | null
  product_id: string
  released_at: string
  version: string
}

type DetailsRow = { id: string; summary: null | string } & Record<
  `${'main' | 'sql'}_${'name' | 'sha256' | 'size'}`,
  null | string
>

function toRelease(row: Row): OfferedRelease {
  return {
    id: row.id,
    licenseUpdate: row.license_update !== false,
    productId: row.product_id,
    releasedAt: new Date(row.released_at),
    version: row.version,
  }
}

function filesOf(row: DetailsRow): FileRow[] {
  return (['main', 'sql'] as const).flatMap((type) => {
    const name = row[`${type}_name`]
    if (name === null) return []
    return { name, sha256: row[`${type}_sha256`], size: Number(row[`${type}_size`] ?? 0), type }
  })
}
