import type { MiddlewareHandler } from 'hono'

import type { ApiEnv } from '../types'

const allowed = {
  'Access-Control-Allow-Headers':
    'Content-Type, Range, X-API-DETAILS, X-API-FINGERPRINT, X-API-IP, X-API-KEY, X-API-LANGUAGE, X-API-URL',
  'Access-Control-Allow-Methods': 'GET, HEAD, POST',
  'Access-Control-Max-Age': '86400',
}

const anyOrigin = { 'Access-Control-Allow-Origin': '*' }

const exposed =
  'Content-Disposition, Content-Range, ETag, Retry-After, X-LM-Checksum-SHA256, X-LM-Content-Length, X-Request-Id'

/**
 * Lets software that runs in a browser call, from any origin: who calls is told by the key in a header, never by a cookie, so that an origin
 * says nothing. Browsers ask without the key first.
 */
export const openToBrowsers: MiddlewareHandler<ApiEnv> = async (context, next) => {
  const isQuestion = context.req.header('access-control-request-method') !== undefined
  if (context.req.method === 'OPTIONS' && isQuestion) {
    return context.body(null, 204, { ...allowed, ...anyOrigin })
  }
  await next()
  // Of the answer itself: those of files are made without the context, and would not get what is set on it before.
  const { headers } = context.res
  headers.set('Access-Control-Allow-Origin', '*')
  headers.set('Access-Control-Expose-Headers', exposed)
}
