import { bodyLimit } from 'hono/body-limit'

import { ApiError } from './errors'
import { respondWithError } from './respondWithError'
import type { ApiContext } from './types'

const largestBody = 256 * 1024

const limited = bodyLimit({
  maxSize: largestBody,
  onError: (context: ApiContext) => respondWithError(context, new ApiError(413, 'bodyTooLarge')),
})

/** Refuses large bodies. What was received as files has limits of its own. */
export const limitBody: typeof limited = (context, next) =>
  (context as ApiContext).get('upload') ? next() : limited(context, next)
