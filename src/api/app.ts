import { sql } from '@payloadcms/db-postgres/drizzle'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Payload } from 'payload'

import { normalizeIp } from '../licensing/domains'
import { createSlotLinkSigner, createTokenSigner } from '../licensing/token'
import type { Database } from '../licensing/types'
import { createKeyLookup } from './auth/keys'
import { ApiError, toApiError } from './errors'
import { externalApi } from './external'
import { internalApi } from './internal'
import { logFailure } from './logFailure'
import { messagesFor } from './messages'
import { createLimits } from './rateLimit/limits'
import { respondWithError } from './respondWithError'
import { createSettingsReader } from './settings'
import type { ApiContext, ApiEnv, ApiServices } from './types'

const largestBody = 256 * 1024

export type LicensingApiOptions = {
  /** Where Payload's API is mounted. Default `/api`. */
  basePath?: string
  /** The address of the connection's other end, null when unknown. */
  clientIp: (request: Request) => null | string
  payload: Payload
}

/** The licensing API as one fetch-style app: the server runs it in front of Next, the plugin as Payload endpoints. */
export function createLicensingApi({
  basePath = '/api',
  clientIp,
  payload,
}: LicensingApiOptions): Hono<ApiEnv> {
  const services = createServices(payload, clientIp)
  const app = new Hono<ApiEnv>().basePath(basePath)

  app.onError((error, context) => {
    const answer = toApiError(error)
    if (answer.status >= 500) logFailure(payload.logger, error, answer.status === 503)
    return respondWithError(context, answer)
  })
  app.notFound((context) => respondWithError(context, new ApiError(404, 'notFound')))

  app.use(async (context, next) => {
    const language = context.req.header('x-api-language') ?? context.req.header('lb-lang')
    const address = clientIp(context.req.raw) ?? ''
    context.set('connectionIp', normalizeIp(address) ?? address)
    context.set('messages', messagesFor(language))
    context.set('services', services)
    context.header('Cache-Control', 'no-store')
    context.header('X-Content-Type-Options', 'nosniff')
    await next()
  })
  app.use(
    bodyLimit({
      maxSize: largestBody,
      onError: (context: ApiContext) =>
        respondWithError(context, new ApiError(413, 'bodyTooLarge')),
    }),
  )
  app.get('/health-check', async (context) => {
    await services.db.execute(sql`select 1`)
    return context.json({ status: 'ok' })
  })
  app.route('/external', externalApi())
  app.route('/internal', internalApi())
  return app
}

function createServices(payload: Payload, clientIp: ApiServices['clientIp']): ApiServices {
  const { drizzle, pool } = payload.db as unknown as { drizzle: Database; pool: unknown }
  return {
    clientIp,
    db: drizzle,
    findKey: createKeyLookup(drizzle),
    limits: createLimits(pool),
    payload,
    settings: createSettingsReader(payload),
    signer: createTokenSigner(payload.secret),
    slotLinks: createSlotLinkSigner(payload.secret),
  }
}
