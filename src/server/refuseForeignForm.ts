import type { IncomingMessage, ServerResponse } from 'node:http'

import { isPortalPath } from '../http/portalPath'
import { isSameOrigin } from '../portal/session/sameOrigin'
import { pathOf } from './pathOf'

/**
 * Answers 403 to a form of the portal or the admin panel that says it comes from another site. The actions refuse it as well, but Next
 * looks at its origin before they run, and answers 500. One that does not say where it comes from is left to them.
 *
 * @param serverURL as in the app's configuration; null as long as it is not loaded
 * @returns whether it was refused
 */
export function refuseForeignForm(
  request: IncomingMessage,
  response: ServerResponse,
  serverURL: null | string,
): boolean {
  const { host = '', origin } = request.headers
  if (request.method !== 'POST' || origin === undefined || serverURL === null) return false
  const path = decodeURIComponent(pathOf(request))
  const isForPanel = isAdminPath(path)
  if (!isForPanel && !isPortalPath(path)) return false
  if (isSameOrigin(new Headers({ host, origin }), serverURL)) return false
  // The panel may have further addresses in the host's configuration: there it is enough for Next that the form comes from where it goes to.
  const asked = request.headers['x-forwarded-host'] ?? host
  if (isForPanel && isSameOrigin(new Headers({ host: String(asked), origin }), '')) return false
  response.statusCode = 403
  response.setHeader('Content-Type', 'text/plain; charset=utf-8')
  response.end('This request did not come from this site.\n')
  return true
}

/** The bundled server serves the panel nowhere else. */
function isAdminPath(path: string): boolean {
  return path === '/admin' || path.startsWith('/admin/')
}
