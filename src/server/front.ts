import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'

import { headersOf } from '../api/headers'
import { runTraced, type Trace } from '../http/trace'
import { answerMalformedForm } from './answerMalformedForm'
import { rememberClientAddress } from './clientAddress'
import type { Site } from './contentSecurityPolicy'
import { FrontResponse } from './frontResponse'
import { giveUpInTime } from './giveUpInTime'
import { licensingPath } from './licensingPath'
import { findOperation, type Operations } from './operations'
import { refuseForeignForm } from './refuseForeignForm'
import { refuseLargeForm } from './refuseLargeForm'
import { refuseMalformedPath } from './refuseMalformedPath'
import { identify } from './requestId'
import { secure } from './securityHeaders'
import type { Watch } from './watchRequests'

export type Handler = (request: IncomingMessage, response: ServerResponse) => unknown

/** Who answers. What is null is not there yet while the server starts. */
export type Front = {
  /** Whether the database is away: pages and Payload's own answers cannot be had then. */
  isDatabaseAway: () => boolean
  licensingApi: Handler | null
  next: Handler
  operations: null | Operations
  /** The site's address in the app's configuration. */
  serverURL: null | string
  site: Site
  trustedProxies: () => number
  watch: null | Watch
}

const isStatic = /^\/_next\//

/** What every request comes through first: it gets its id, its client's address and protecting headers, and goes to whom it is for. */
export function createFrontServer(front: Front): Server {
  return createServer({ ServerResponse: FrontResponse }, (request, response) => {
    const trace: Trace = { id: identify(request) }
    const url = request.url ?? ''
    const isForLicensingApi = licensingPath.test(url)
    rememberClientAddress(request, front.trustedProxies())
    secure(request, response, front.site, {
      ...(isForLicensingApi && headersOf(url)),
      'X-Request-Id': trace.id,
    })
    response.app = front
    response.keepsLength = !isForLicensingApi
    front.watch?.(request, response, trace, isForLicensingApi)
    if (refuseMalformedPath(request, response)) return
    if (refuseForeignForm(request, response, front.serverURL)) return
    if (refuseLargeForm(request, response)) return
    const handle =
      (front.operations && findOperation(url, front.operations)) ||
      (isForLicensingApi && front.licensingApi) ||
      front.next
    if (front.operations && handle === front.next && !front.site.isDevelopment) {
      answerMalformedForm(request, response, trace)
      if (!isStatic.test(url)) giveUpInTime(request, response, front.operations.readiness)
    }
    response.compresses = handle === front.next && !front.site.isDevelopment
    runTraced(trace, () => void handle(request, response))
  })
}
