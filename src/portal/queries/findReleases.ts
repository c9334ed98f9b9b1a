import { type SQL, sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

import { executeKept } from '../../database/keptStatements'
import type { OfferedRelease } from '../downloads/allowedReleases'

const most = 5000
/** Of so many, the latest, texts and files come along: mostly all that a page shows. */
const mostDetailed = 30

/** A file of a version, as pages show it. */
export type FileRow = { name: string; sha256: null | string; size: number; type: 'main' | 'sql' }

type ReleaseDetails = { files: FileRow[]; summary: null | string }

/** A version of which it is not known yet whether a page shows it. */
export type FoundRelease = OfferedRelease & {
  /** Null where they have to be asked for. */
  details: null | ReleaseDetails
}

/** A version with its files. */
export type ReleaseRow = OfferedRelease & ReleaseDetails

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
): Promise<FoundRelease[]> {
  if (productIds.length === 0) return []
  const { rows } = await executeKept(
    req.payload.db.drizzle,
    sql`
    with offered as (
      select v.id, v.version, v.released_at, v.product_id, p.license_update, v.summary, v.main_file_id, v.sql_file_id,
        row_number() over (order by v.released_at desc, v.id) as nth
      from versions v join products p on p.id = v.product_id
      where v.product_id = any(${sql.param([...new Set(productIds)])}::uuid[]) and v.is_active and p.is_active is not false
        and (v.main_file_id is not null or v.sql_file_id is not null) and v.released_at <= ${now.toISOString()}
      order by v.released_at desc, v.id limit ${most})
    select o.id, o.version, o.released_at, o.product_id, o.license_update, nth <= ${mostDetailed} as is_detailed,
      case when nth <= ${mostDetailed} then o.summary end as summary, ${fileColumns}
    from offered o ${filesOfRow(sql`o.nth <= ${mostDetailed}`)}
    order by nth`,
  )
  return (rows as Row[]).map(toRelease)
}

/** Adds texts and files to the few versions that a page shows, with one query where they did not come along. */
export async function withFiles(
  req: PayloadRequest,
  releases: readonly FoundRelease[],
): Promise<ReleaseRow[]> {
  const missing = releases.filter(({ details }) => details === null).map(({ id }) => id)
  const found = await findDetails(req, [...new Set(missing)])
  const nothing: ReleaseDetails = { files: [], summary: null }
  return releases.map(({ details, ...release }) => ({
    ...release,
    ...(details ?? found.get(release.id) ?? nothing),
  }))
}

async function findDetails(
  req: PayloadRequest,
  ids: readonly string[],
): Promise<Map<string, ReleaseDetails>> {
  if (ids.length === 0) return new Map()
  const { rows } = await executeKept(
    req.payload.db.drizzle,
    sql`
    select o.id, o.summary, ${fileColumns} from versions o ${filesOfRow(sql`true`)}
    where o.id = any(${sql.param([...ids])}::uuid[])`,
  )
  return new Map((rows as DetailsRow[]).map((row) => [row.id, toDetails(row)]))
}

const fileColumns = sql`m.filename as main_name, m.filesize as main_size, m.sha256 as main_sha256,
      s.filename as sql_name, s.filesize as sql_size, s.sha256 as sql_sha256`

/** The files of each version `o` of which this is true: one by one, so that those of others are never read. */
function filesOfRow(isWanted: SQL): SQL {
  return sql`
    left join lateral (select filename, filesize, sha256 from release_files where id = o.main_file_id and ${isWanted} limit 1) m on true
    left join lateral (select filename, filesize, sha256 from release_files where id = o.sql_file_id and ${isWanted} limit 1) s on true`
}

type Row = DetailsRow & {
  is_detailed: boolean
  license_update: boolean | null
  product_id: string
  released_at: string
  version: string
}

type DetailsRow = { id: string; summary: null | string } & Record<
  `${'main' | 'sql'}_${'name' | 'sha256' | 'size'}`,
  null | string
>

function toRelease(row: Row): FoundRelease {
  return {
    details: row.is_detailed ? toDetails(row) : null,
    id: row.id,
    licenseUpdate: row.license_update !== false,
    productId: row.product_id,
    releasedAt: new Date(row.released_at),
    version: row.version,
  }
}

function toDetails(row: DetailsRow): ReleaseDetails {
  return { files: filesOf(row), summary: row.summary }
}

function filesOf(row: DetailsRow): FileRow[] {
  return (['main', 'sql'] as const).flatMap((type) => {
    const name = row[`${type}_name`]
    if (name === null) return []
    return { name, sha256: row[`${type}_sha256`], size: Number(row[`${type}_size`] ?? 0), type }
  })
}
