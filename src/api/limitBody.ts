import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'

import type { MaybePromise } from '../async/whenKnown'
import { ApiError } from './errors'
import type { ApiContext, ApiEnv } from './types'

const largestBody = 256 * 1024

const limited: MiddlewareHandler<ApiEnv> = bodyLimit({
  maxSize: largestBody,
  onError: () => {
    throw new ApiError(413, 'bodyTooLarge')
  },
})

/**
 * Answers a call unless its body is too large. What was received as files has limits of its own. A body whose length is announced is not
 * touched: Node reads no more of it, and looking at it as a stream costs more than all that a verification does.
 *
 * @throws ApiError 413
 */
export function limitBody(
  context: ApiContext,
  answer: () => MaybePromise<Response>,
): MaybePromise<Response> {
  if (context.get('upload')) return answer()
  const length = context.req.header('content-length')
  const isAnnounced = length !== undefined && !context.req.header('transfer-encoding')
  if (isAnnounced) {
    if (Number(length) > largestBody) throw new ApiError(413, 'bodyTooLarge')
    return answer()
  }
  return limitStream(context, answer)
}

async function limitStream(
  context: ApiContext,
  answer: () => MaybePromise<Response>,
): Promise<Response> {
  let response: Response | undefined
  await limited(context, async () => {
    response = await answer()
  })
  return response ?? context.notFound()
}
