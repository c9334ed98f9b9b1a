import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'

import type { Metrics } from './metrics'
import { pathOf } from './pathOf'
import type { Readiness } from './readiness'

/** What is asked by those who run the server, not by those who use it. */
export type Operations = {
  /** Null where there are none. */
  metrics: Metrics | null
  /** Without one metrics are on a port of their own only. */
  metricsToken: null | string
  readiness: Readiness
}

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/**
 * Answers `/api/ready` and `/api/metrics` in front of everything else.
 *
 * @returns null for every other address
 */
export function findOperation(url: string, operations: Operations): Handler | null {
  if (/^\/api\/ready(?:[/?]|$)/.test(url)) return (_, response) => tellReady(response, operations)
  if (!/^\/api\/metrics(?:[/?]|$)/.test(url)) return null
  const { metricsToken } = operations
  if (metricsToken === null) return async (_, response) => answer(response, 404, notFound)
  return (request, response) => tellMetrics(request, response, operations)
}

/** Answers `/ready`, `/live` and `/metrics` on a port that only those can reach who run the server. */
export function operationsListener(operations: Operations): RequestListener {
  return (request, response) => {
    const path = pathOf(request)
    if (path === '/ready') return void tellReady(response, operations)
    if (path === '/metrics') return void tellMetrics(request, response, operations)
    return path === '/live' ? answer(response, 200, alive) : answer(response, 404, notFound)
  }
}

const alive = { status: 'alive' }
const notFound = { errors: [{ message: 'Not Found' }] }

async function tellReady(response: ServerResponse, { readiness }: Operations): Promise<void> {
  const reason = await readiness.check()
  if (reason === null) return answer(response, 200, { status: 'ready' })
  response.setHeader('Retry-After', '5')
  answer(response, 503, { reason, status: 'not ready' })
}

async function tellMetrics(
  { headers }: IncomingMessage,
  response: ServerResponse,
  { metrics, metricsToken }: Operations,
): Promise<void> {
  if (metricsToken !== null && !isSame(headers.authorization ?? '', `Bearer ${metricsToken}`)) {
    response.setHeader('WWW-Authenticate', 'Bearer')
    return answer(response, 401, { errors: [{ message: 'Unauthorized' }] })
  }
  if (metrics === null) return answer(response, 404, notFound)
  const { contentType, text } = await metrics.render()
  response.writeHead(200, { 'Content-Type': contentType }).end(text)
}

/** Compares in a time that tells nothing of the token, not even its length. */
function isSame(said: string, expected: string): boolean {
  const [a, b] = [said, expected].map((text) => createHash('sha256').update(text).digest())
  return a !== undefined && b !== undefined && timingSafeEqual(a, b)
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
}
