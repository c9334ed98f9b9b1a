import { z } from 'zod'

import { transactionOf } from '../../../../collections/transaction'
import { type DownloadLink, insertLink, tokenOfLink } from '../../../releases/downloadTokens'
import { findReleaseById, findReleasesByName } from '../../../releases/repository'
import { limit, optional, readBody, text } from '../../body'
import { ApiError } from '../../errors'
import { fieldText } from '../../messages'
import { siteUrl } from '../../../http/siteUrl'
import type { ApiContext } from '../../types'
import { endText } from '../dates'
import type { CreatingHandler } from '../idempotent'
import { findProduct } from '../products/product'
import { pathName } from '../request'

export const newLink = z.object({
  expires_at: optional(endText),
  max_downloads: limit(),
  type: optional(z.enum(['main', 'sql'])),
  version: text(64).nullish(),
})

/** `POST /products/{reference_id}/download-tokens`: a temporary public link to a version's file. */
export const createDownloadToken: CreatingHandler = async (context, req) => {
  const body = await readBody(context, newLink)
  const { id: productId } = await findProduct(req, pathName(context, 'reference'))
  const db = await transactionOf(req)
  const named = body.version?.trim()
  const version = named
    ? ((await findReleaseById(db, named)) ?? (await findReleasesByName(db, named, productId))[0])
    : null
  if (named && version?.product.id !== productId) {
    const message = fieldText(context.get('messages').fields.invalid, 'version')
    throw new ApiError(422, 'invalid', { errors: { version: [message] } })
  }
  const link = await insertLink(db, req.payload.secret, {
    expiresAt: body.expires_at ? new Date(body.expires_at) : null,
    maxDownloads: body.max_downloads ?? null,
    productId,
    type: body.type ?? 'main',
    versionId: version?.id ?? null,
  })
  return {
    body: { data: toLinkResource(link, version?.version ?? null) },
    status: 201,
  }
}

/** Puts token and address into an answer, which is stored without them. */
export function tellToken(context: ApiContext, body: Record<string, unknown>) {
  const { config, secret } = context.get('services').payload
  const data = body.data as { id: string }
  const token = tokenOfLink(secret, data.id)
  const url = siteUrl(config, `${config.routes.api}/download/${token}`)
  return { ...body, data: { ...data, token, url } }
}

function toLinkResource(link: DownloadLink, version: null | string) {
  return {
    id: link.id,
    version,
    type: link.type,
    max_downloads: link.maxDownloads,
    downloads: link.downloads,
    expires_at: link.expiresAt?.toISOString() ?? null,
    created_at: link.createdAt.toISOString(),
  }
}
