import type { PayloadRequest, Where } from 'payload'
import { z } from 'zod'

import type { Version } from '../../../../payload-types'
import { flag, optional, readBody, requiredText, text } from '../../body'
import { ApiError } from '../../errors'
import type { ApiContext } from '../../types'
import { removeUnusedFiles } from '../../uploads/removeUnusedFiles'
import { storeFile } from '../../uploads/storeFile'
import { dateText } from '../dates'
import type { CreatingHandler } from '../idempotent'
import { lockRow } from '../lockRow'
import { readPage, respondWithList } from '../page'
import { findProduct } from '../products/product'
import { inTransaction, pathName } from '../request'
import { slugOf } from '../../../slugs/slugOf'
import { isUuid } from '../../../text/isUuid'

/** Under which names the files of a version may be sent. */
export const fileNames = { main: ['main_file', 'main'], sql: ['sql_file', 'sql'] } as const

/** The fields of a version. */
export const versionFields = z.object({
  changelog: text(100_000).nullish(),
  is_active: optional(flag()),
  released_at: optional(dateText),
  summary: text(500).nullish(),
  version: requiredText(64),
})

export const versionChanges = versionFields.partial()

/** Of files only what the API shows. */
const versionQuery = {
  depth: 1,
  // The internal key was checked; it acts as an administrator.
  overrideAccess: true,
  get populate() {
    return {
      [slugOf('products')]: { referenceId: true },
      [slugOf('release-files')]: { filename: true, filesize: true, sha256: true },
    } as const
  },
} as const

/** `GET /products/{reference_id}/versions`: the versions of a product, the latest first. */
export async function listVersions(context: ApiContext): Promise<Response> {
  const page = readPage(context)
  const name = pathName(context, 'reference')
  const { docs, totalDocs } = await inTransaction(context, async (req) =>
    req.payload.find({
      collection: slugOf('versions'),
      ...versionQuery,
      ...page,
      req,
      sort: ['-releasedAt', 'id'],
      where: { product: { equals: (await findProduct(req, name)).id } },
    }),
  )
  return respondWithList(context, docs.map(toVersionResource), { ...page, total: totalDocs })
}

/** `POST /products/{reference_id}/versions`: a new version. */
export const createVersion: CreatingHandler = async (context, req) => {
  const body = await readBody(context, versionFields)
  const { id } = await findProduct(req, pathName(context, 'reference'))
  const version = await req.payload.create({
    collection: slugOf('versions'),
    data: {
      changelog: body.changelog,
      isActive: body.is_active,
      mainFile: (await storeFile(context, req, fileNames.main))?.id,
      product: id,
      releasedAt: body.released_at ?? new Date().toISOString(),
      sqlFile: (await storeFile(context, req, fileNames.sql))?.id,
      summary: body.summary,
      version: body.version,
    },
    ...versionQuery,
    req,
  })
  return { body: { data: toVersionResource(version) }, status: 201 }
}

/** `GET /products/{reference_id}/versions/{version_id}`: one version, by id or by its name. */
export async function getVersion(context: ApiContext): Promise<Response> {
  const version = await inTransaction(context, (req) => findVersion(context, req))
  return context.json({ data: toVersionResource(version) })
}

/** `POST /products/{reference_id}/versions/{version_id}`: changes the fields that are given. */
export async function updateVersion(context: ApiContext): Promise<Response> {
  const body = await readBody(context, versionChanges)
  const { after, before } = await inTransaction(context, async (req) => {
    const before = await findVersion(context, req)
    const { id } = before
    await lockRow(req, 'versions', id)
    const after = await req.payload.update({
      collection: slugOf('versions'),
      data: {
        changelog: body.changelog,
        isActive: body.is_active,
        mainFile: (await storeFile(context, req, fileNames.main))?.id,
        releasedAt: body.released_at,
        sqlFile: (await storeFile(context, req, fileNames.sql))?.id,
        summary: body.summary,
        version: body.version,
      },
      ...versionQuery,
      id,
      req,
    })
    return { after, before }
  })
  const kept = [fileId(after.mainFile), fileId(after.sqlFile)]
  const replaced = [fileId(before.mainFile), fileId(before.sqlFile)]
  await removeUnusedFiles(
    context,
    replaced.filter((id) => !kept.includes(id)),
  )
  return context.json({ data: toVersionResource(after) })
}

async function findVersion(context: ApiContext, req: PayloadRequest): Promise<Version> {
  const product = await findProduct(req, pathName(context, 'reference'))
  const name = pathName(context, 'version')
  const named: Where[] = [{ version: { equals: name } }]
  if (isUuid(name)) named.push({ id: { equals: name } })
  const { docs } = await req.payload.find({
    ...versionQuery,
    collection: slugOf('versions'),
    limit: 1,
    pagination: false,
    req,
    where: { and: [{ product: { equals: product.id } }, { or: named }] },
  })
  if (!docs[0]) throw new ApiError(404, 'notFound')
  return docs[0]
}

function toVersionResource(version: Version) {
  return {
    id: version.id,
    version: version.version,
    released_at: version.releasedAt,
    summary: version.summary ?? null,
    changelog: version.changelog ?? null,
    is_active: version.isActive === true,
    has_main: Boolean(version.mainFile),
    has_sql: Boolean(version.sqlFile),
    main_file: toFileResource(version.mainFile),
    sql_file: toFileResource(version.sqlFile),
    created_at: version.createdAt,
    updated_at: version.updatedAt,
  }
}

function toFileResource(file: Version['mainFile']) {
  if (!file || typeof file === 'string') return null
  return {
    filename: file.filename ?? null,
    size: file.filesize ?? null,
    sha256: file.sha256 ?? null,
  }
}

function fileId(file: Version['mainFile']): null | string {
  return typeof file === 'string' ? file : (file?.id ?? null)
}
