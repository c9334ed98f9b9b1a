import type { Hono } from 'hono'

import { limitBody } from '../limitBody'
import type { ApiEnv } from '../types'
import { legacyExternal } from './external'
import { legacyInternal } from './internal'

/** Every call of LicenseBox that is answered. */
export const legacyRoutes = [...legacyExternal, ...legacyInternal]

/**
 * Answers LicenseBox's calls by making those of today in the caller's place. Old clients post; sizes they ask for by HEAD.
 */
export function mountLegacy(app: Hono<ApiEnv>): void {
  for (const { handle, method, path } of legacyRoutes) {
    app.on([...new Set([method, 'post'])], path, limitBody, (context) =>
      handle(context, (request) => app.fetch(request)),
    )
  }
}
