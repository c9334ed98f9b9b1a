import { z } from 'zod'

import { fileHeaders } from '../../../releases/streamFile'
import { text } from '../../body'
import { ApiError } from '../../errors'
import { readQuery } from '../../internal/page'
import type { ApiContext } from '../../types'
import { callOf } from '../claim'
import { refuseBlacklisted } from '../refuse'
import { fileOf } from './download'
import { findNamedRelease } from './findRelease'

export const sizeQuery = z.object({ product_id: text().optional() })

const fillerSize = 64 * 1024

/**
 * `GET` and `HEAD /update/{version}/download/{main|sql}/size`: length and type of a file, in the headers. `HEAD` is what to use. A body has to
 * be as long as it is announced, so that of `GET` is zeros: nobody gets the file without a licence. Clients read the headers and
 * leave, so that a refusal is none that they would take for a file.
 *
 * @throws ApiError 403 for a blacklisted caller; 404 where there is no such version or file
 */
export async function updateSize(context: ApiContext): Promise<Response> {
  const { product_id } = readQuery(context, sizeQuery)
  const call = callOf(context, 'update', { product_id: product_id ?? null })
  if (await refuseBlacklisted(context, call)) throw new ApiError(403, 'accessBlocked')
  const release = await findNamedRelease(context, { product_id })
  const file = fileOf(context, release)
  const headers = { 'Cache-Control': 'no-store, no-transform', ...fileHeaders(file, file.size) }
  return new Response(context.req.method === 'HEAD' ? null : zeros(file.size), { headers })
}

function zeros(size: number): ReadableStream<Uint8Array> {
  const filler = new Uint8Array(fillerSize)
  let left = size
  return new ReadableStream({
    pull: (controller) => {
      const length = Math.min(left, fillerSize)
      if (length > 0) controller.enqueue(filler.subarray(0, length))
      left -= length
      if (left === 0) controller.close()
    },
  })
}
