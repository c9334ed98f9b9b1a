import type { PayloadRequest, Where } from 'payload'
import { z } from 'zod'

import type { Version } from '../../../../payload-types'
import { flag, readBody, requiredText, text } from '../../body'
import { ApiError } from '../../errors'
import type { ApiContext } from '../../types'
import { dateText } from '../dates'
import type { CreatingHandler } from '../idempotent'
import { lockRow } from '../lockRow'
import { readPage, respondWithList } from '../page'
import { findProduct } from '../products/product'
import { inTransaction, isUuid, pathName } from '../request'

const schema = z.object({
  changelog: text(100_000).nullish(),
  is_active: flag().optional(),
  released_at: dateText.optional(),
  summary: text(500).nullish(),
  version: requiredText(64),
})

/** `GET /products/{reference_id}/versions`: the versions of a product, the latest first. */
export async function listVersions(context: ApiContext): Promise<Response> {
  const page = readPage(context)
  const name = pathName(context, 'reference')
  const { docs, totalDocs } = await inTransaction(context, async (req) =>
    req.payload.find({
      collection: 'versions',
      depth: 0,
      // The internal key was checked; it acts as an administrator.
      overrideAccess: true,
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
  const body = await readBody(context, schema)
  const { id } = await findProduct(req, pathName(context, 'reference'))
  const version = await req.payload.create({
    collection: 'versions',
    data: {
      changelog: body.changelog,
      isActive: body.is_active,
      product: id,
      releasedAt: body.released_at ?? new Date().toISOString(),
      summary: body.summary,
      version: body.version,
    },
    depth: 0,
    // The internal key was checked; it acts as an administrator.
    overrideAccess: true,
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
  const body = await readBody(context, schema.partial())
  const version = await inTransaction(context, async (req) => {
    const { id } = await findVersion(context, req)
    await lockRow(req, 'versions', id)
    return req.payload.update({
      collection: 'versions',
      data: {
        changelog: body.changelog,
        isActive: body.is_active,
        releasedAt: body.released_at,
        summary: body.summary,
        version: body.version,
      },
      depth: 0,
      id,
      // The internal key was checked; it acts as an administrator.
      overrideAccess: true,
      req,
    })
  })
  return context.json({ data: toVersionResource(version) })
}

async function findVersion(context: ApiContext, req: PayloadRequest): Promise<Version> {
  const product = await findProduct(req, pathName(context, 'reference'))
  const name = pathName(context, 'version')
  const named: Where[] = [{ version: { equals: name } }]
  if (isUuid(name)) named.push({ id: { equals: name } })
  const { docs } = await req.payload.find({
    collection: 'versions',
    depth: 0,
    limit: 1,
    // The internal key was checked; it acts as an administrator.
    overrideAccess: true,
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
    created_at: version.createdAt,
    updated_at: version.updatedAt,
  }
}
