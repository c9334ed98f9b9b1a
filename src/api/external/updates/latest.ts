import { z } from 'zod'

import { isReleaseAllowed, selectUpdate } from '../../../licensing/updates'
import { findReleaseById, listReleases } from '../../../releases/repository'
import { readBody, requiredText } from '../../body'
import { ApiError } from '../../errors'
import type { ApiContext } from '../../types'
import { callOf } from '../claim'
import { answerRefused, refuseBlacklisted } from '../refuse'
import { describeRelease } from './describe'
import { findUpdatedProduct } from './findRelease'

export const latestSchema = z.object({ product_id: requiredText() })

/**
 * `POST /update/latest`: the latest version of a product.
 *
 * @throws ApiError 404 where there is none
 */
export async function latestUpdate(context: ApiContext): Promise<Response> {
  const body = await readBody(context, latestSchema)
  const unwanted = await refuseBlacklisted(context, callOf(context, 'update', body))
  if (unwanted) return unwanted
  const product = await findUpdatedProduct(context, body.product_id)
  if (!product.isActive) return answerRefused(context, 'product_inactive')
  const { db, payload } = context.get('services')
  const terms = { now: new Date(), updatesUntil: null }
  const releases = await listReleases(db, product.id)
  const latest = selectUpdate(
    releases.filter((release) => isReleaseAllowed(release, terms)),
    { installed: null, serveLatest: true },
  )
  const release = latest && (await findReleaseById(db, latest.id))
  if (!release) throw new ApiError(404, 'notFound')
  return context.json({ data: await describeRelease(payload, release) })
}
