import type { IncomingMessage, ServerResponse } from 'node:http'

import { largestForm } from '../../collections/Avatars/limits'
import { isPortalPath } from '../http/portalPath'
import { avatarPaths } from '../portal/avatar/avatarPaths'
import { paths } from '../portal/shell/paths'
import { pathOf } from './pathOf'

/**
 * Refuses a form of the portal that says it is larger than Next takes: Next would answer 500. A browser that sends a photo without
 * JavaScript is led back to the settings, which say how large it may be; everything else is answered 413. What comes is read and
 * thrown away by Node, as a browser listens only after it has sent all of it.
 *
 * @returns whether it was refused
 */
export function refuseLargeForm(request: IncomingMessage, response: ServerResponse): boolean {
  const { headers, method } = request
  if (method !== 'POST' || !(Number(headers['content-length']) > largestForm)) return false
  const path = decodeURIComponent(pathOf(request))
  if (!isPortalPath(path)) return false
  if (path === paths.settings && headers['next-action'] === undefined) {
    response.statusCode = 303
    response.setHeader('Location', avatarPaths.tooLarge)
    response.end()
    return true
  }
  response.statusCode = 413
  response.setHeader('Content-Type', 'text/plain; charset=utf-8')
  response.end('This form is too large. A photo may have 5 MB.\n')
  return true
}
