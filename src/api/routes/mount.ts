import type { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'

import { requireKey } from '../auth/requireKey'
import { ApiError } from '../errors'
import { referencePage } from '../openapi/page'
import { openApiDocument } from '../openapi/serve'
import { respondWithError } from '../respondWithError'
import type { ApiContext, ApiEnv } from '../types'
import { receiveFiles } from '../uploads/receiveFiles'
import { routes } from './all'
import { fileFields } from './route'

const largestBody = 256 * 1024

/** Serves every call, and the reference of them. */
export function mountRoutes(app: Hono<ApiEnv>): void {
  app.use('/external/*', requireKey('external'))
  app.use('/internal/*', requireKey('internal'))
  for (const route of routes) {
    const files = fileFields(route)
    if (files.length > 0) app.on(route.method, route.path, receiveFiles(files))
    app.on(route.method, route.path, limitBody)
    app.on(route.method, route.path, route.handler)
  }
  app.get('/openapi.json', openApiDocument)
  app.get('/docs', referencePage)
}

const limited = bodyLimit({
  maxSize: largestBody,
  onError: (context: ApiContext) => respondWithError(context, new ApiError(413, 'bodyTooLarge')),
})

/** What was received as files has limits of its own. */
const limitBody: typeof limited = (context, next) =>
  (context as ApiContext).get('upload') ? next() : limited(context, next)
