import type { Hono } from 'hono'

import type { MaybePromise } from '../../async/whenKnown'
import type { KeyKind } from '../auth/keys'
import { ApiError } from '../errors'
import { answerPreflight, isPreflight } from '../headers'
import { legacyRoutes } from '../legacy'
import { limitBody } from '../limitBody'
import { openApiDocument } from '../openapi/serve'
import { referencePage } from '../openapi/page'
import type { ApiContext, ApiEnv, ApiServices } from '../types'
import { routes } from './all'
import { admitted, open, serve } from './serve'

/** Serves every call, and the reference of them. */
export function mountRoutes(app: Hono<ApiEnv>, services: ApiServices, basePath: string): void {
  const mount = (
    methods: string[],
    path: string,
    answer: (context: ApiContext) => MaybePromise<Response>,
  ) =>
    app.on(methods, path, (context) => {
      open(context, services, basePath + path)
      return answer(context)
    })

  for (const route of routes) app.on(route.method, route.path, serve(services, basePath, route))
  // Calls of LicenseBox are made anew in the caller's place, with its key. Old clients post; sizes they ask for by HEAD.
  for (const { asks, handle, path } of legacyRoutes) {
    mount(asks ? ['get', 'post'] : ['post'], path, (context) =>
      limitBody(context, () => handle(context, (request) => app.fetch(request))),
    )
  }
  mount(['get'], '/openapi.json', openApiDocument)
  mount(['get'], '/docs', referencePage)
  app.notFound((context: ApiContext) => {
    open(context, services)
    const kind = kindOf(context.req.path, basePath)
    if (kind === 'external' && isPreflight(context)) return answerPreflight(context)
    return admitted(context, kind ?? 'public', () => {
      throw new ApiError(404, 'notFound')
    })
  })
}

/** Which key the calls below a path need, also those that there are none of. */
function kindOf(path: string, basePath: string): KeyKind | undefined {
  const kinds = ['external', 'internal'] as const
  return kinds.find((kind) => path.startsWith(`${basePath}/${kind}/`))
}
