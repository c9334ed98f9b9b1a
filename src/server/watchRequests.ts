import type { IncomingMessage, ServerResponse } from 'node:http'

import type { Payload } from 'payload'

import type { Trace } from '../http/trace'
import type { Metrics } from './metrics'
import { pathOf } from './pathOf'
import type { RoutePatterns } from './routePatterns'

/** What comes often and says nothing: static files, probes, Prometheus. */
const quiet = /^\/(?:_next\/|api\/(?:ready|metrics)(?:[/?]|$))/

/** Which requests get a line in the log: all, all but the licensing API's and quiet ones, or none. */
export type RequestLog = 'all' | 'off' | 'pages'

type Watching = {
  log: RequestLog
  logger: Payload['logger']
  metrics: Metrics | null
  patterns: RoutePatterns
}

/** Looks at one request until it is answered or given up. */
export type Watch = (
  request: IncomingMessage,
  response: ServerResponse,
  trace: Trace,
  isForLicensingApi: boolean,
) => void

/** Counts and logs requests when they are over. Where neither is asked for, it does nothing at all. */
export function watchRequests({ log, logger, metrics, patterns }: Watching): Watch {
  return (request, response, trace, isForLicensingApi) => {
    const isQuiet = isForLicensingApi || quiet.test(request.url ?? '')
    const isLogged = log === 'all' || (log === 'pages' && !isQuiet)
    if (!isLogged && metrics === null) return
    const begun = performance.now()
    const pathname = pathOf(request)
    response.once('close', () => {
      const ms = performance.now() - begun
      const { statusCode: status } = response
      const { method = '' } = request
      const { refusal, route } = trace
      metrics?.observe({
        method,
        refusal,
        route: route ?? patterns.patternOf(pathname),
        seconds: ms / 1000,
        status,
      })
      if (!isLogged) return
      logger.info({
        isComplete: response.writableFinished,
        method: method.slice(0, 20),
        ms: Math.round(ms * 10) / 10,
        msg: 'request',
        path: route ?? patterns.withoutValues(pathname),
        refusal,
        // What listens to the end of an answer is not always run as part of its request.
        requestId: trace.id,
        status,
      })
    })
  }
}
