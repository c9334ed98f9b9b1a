import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'

import { ApiError } from './errors'
import { respondWithError } from './respondWithError'
import type { ApiContext, ApiEnv } from './types'

const largestBody = 256 * 1024

const limited = bodyLimit({
  maxSize: largestBody,
  onError: (context: ApiContext) => respondWithError(context, new ApiError(413, 'bodyTooLarge')),
})

/**
 * Refuses large bodies. What was received as files has limits of its own. A body whose length is announced is not touched: Node reads no more
 * of it, and looking at it as a stream costs more than all that a verification does.
 */
export const limitBody: MiddlewareHandler<ApiEnv> = async (context, next) => {
  if (context.get('upload')) return next()
  const length = context.req.header('content-length')
  const isAnnounced = length !== undefined && !context.req.header('transfer-encoding')
  if (!isAnnounced) return limited(context, next)
  if (Number(length) > largestBody) {
    return respondWithError(context, new ApiError(413, 'bodyTooLarge'))
  }
  return next()
}
