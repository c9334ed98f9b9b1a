import type { MiddlewareHandler } from 'hono'

import type { ApiContext, ApiEnv } from './types'

type Headers = Readonly<Record<string, string>>

/**
 * Software that runs in a browser may call from any origin: who calls is told by the key in a header, never by a cookie, so that an origin says
 * nothing.
 */
const anyOrigin: Headers = { 'Access-Control-Allow-Origin': '*' }

const preflight: Headers = {
  ...anyOrigin,
  'Access-Control-Allow-Headers': [
    'Content-Type, Range, X-API-DETAILS, X-API-FINGERPRINT, X-API-IP, X-API-KEY, X-API-LANGUAGE, X-API-URL',
    'LB-API-KEY, LB-IP, LB-LANG, LB-URL, X-IP, X-URL',
  ].join(', '),
  'Access-Control-Allow-Methods': 'GET, HEAD, POST',
  'Access-Control-Max-Age': '86400',
}

const common: Headers = { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' }

const external: Headers = {
  ...common,
  ...anyOrigin,
  'Access-Control-Expose-Headers':
    'Content-Disposition, Content-Range, ETag, Retry-After, X-LM-Checksum-SHA256, X-LM-Content-Length, X-Request-Id',
}

/**
 * The headers that an answer has unless it sets them itself.
 *
 * @param path with the API's base
 */
export function headersOf(path: string, basePath = '/api'): Headers {
  return path.startsWith(`${basePath}/external/`) ? external : common
}

/** Gives answers their headers. A server in front that does so itself spares each answer an object for them. */
export function setHeaders(basePath: string): MiddlewareHandler<ApiEnv> {
  return async (context, next) => {
    const own = Object.entries(headersOf(context.req.path, basePath))
    // Before, for what is made with the context, also of an error; after, for files, which are not.
    for (const [name, value] of own) context.header(name, value)
    await next()
    const { headers } = context.res
    for (const [name, value] of own) if (!headers.has(name)) headers.set(name, value)
  }
}

/** Whether a browser asks before it calls; it does so without the key. */
export function isPreflight({ req }: ApiContext): boolean {
  return req.method === 'OPTIONS' && req.header('access-control-request-method') !== undefined
}

/** What a browser that asks is told. */
export function answerPreflight(context: ApiContext): Response {
  return context.body(null, 204, { ...preflight })
}
