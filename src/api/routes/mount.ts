import type { Hono } from 'hono'

import { requireKey } from '../auth/requireKey'
import { referencePage } from '../openapi/page'
import { openApiDocument } from '../openapi/serve'
import { mountLegacy } from '../legacy'
import { limitBody } from '../limitBody'
import type { ApiEnv } from '../types'
import { receiveFiles } from '../uploads/receiveFiles'
import { routes } from './all'
import { openToBrowsers } from './openToBrowsers'
import { fileFields } from './route'

/** Serves every call, and the reference of them. */
export function mountRoutes(app: Hono<ApiEnv>): void {
  app.use('/external/*', openToBrowsers)
  app.use('/external/*', requireKey('external'))
  app.use('/internal/*', requireKey('internal'))
  for (const route of routes) {
    const files = fileFields(route)
    if (files.length > 0) app.on(route.method, route.path, receiveFiles(files))
    app.on(route.method, route.path, limitBody)
    app.on(route.method, route.path, route.handler)
  }
  mountLegacy(app)
  app.get('/openapi.json', openApiDocument)
  app.get('/docs', referencePage)
}
