import { z } from 'zod'

import { isReleaseAllowed } from '../../../licensing/updates'
import type { ReleaseDetails, ReleaseFile } from '../../../releases/repository'
import { streamFile } from '../../../releases/streamFile'
import { readBody, text } from '../../body'
import { ApiError } from '../../errors'
import { pathName } from '../../internal/request'
import type { ApiContext } from '../../types'
import { callOf, licenseFields } from '../claim'
import { answerRefused, refuse, refuseBlacklisted } from '../refuse'
import { readAllowance } from './allowance'
import { findRelease } from './findRelease'

export const downloadSchema = z.object({ ...licenseFields, product_id: text().nullish() })

/**
 * `POST /update/{version}/download/{main|sql}`: the file, as a stream, in parts where the caller asks for one.
 *
 * @throws ApiError 404 where there is no such version or file
 */
export async function downloadUpdate(context: ApiContext): Promise<Response> {
  const body = await readBody(context, downloadSchema)
  const { product_id: productId, ...license } = body
  const call = callOf(context, 'update', { ...license, product_id: productId ?? null })
  const unwanted = await refuseBlacklisted(context, call)
  if (unwanted) return unwanted
  const release = await findRelease(context, { ...license, product_id: productId ?? undefined })
  if (release instanceof Response) return release
  const { product } = release
  const allowance = await readAllowance(context, {
    body: { ...license, product_id: product.referenceId },
    needsLicense: true,
    product,
  })
  if (allowance instanceof Response) return allowance
  if (!isReleaseAllowed(release, { now: new Date(), ...allowance })) {
    return allowance.call
      ? refuse(context, 'updates_expired', allowance.call)
      : answerRefused(context, 'updates_expired')
  }
  const { payload } = context.get('services')
  const response = await streamFile(payload, context.req.raw, fileOf(context, release))
  if (!response) throw new ApiError(404, 'notFound')
  return response
}

/**
 * The file of a version that the path names.
 *
 * @throws ApiError 404
 */
export function fileOf(context: ApiContext, release: ReleaseDetails): ReleaseFile {
  const type = pathName(context, 'type')
  const file = type === 'main' ? release.mainFile : type === 'sql' ? release.sqlFile : null
  if (!file) throw new ApiError(404, 'notFound')
  return file
}
