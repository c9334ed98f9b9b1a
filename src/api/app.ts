import { Hono } from 'hono'
import type { Payload } from 'payload'

import { createLastSeen, type LastSeen } from '../licensing/lastSeen'
import { createActivationFinder } from '../licensing/repository/claims'
import type { Pool } from '../licensing/repository/prepared'
import { createSlotLinkSigner, createTokenSigner } from '../licensing/token'
import type { Database } from '../licensing/types'
import { createBlacklist } from './attempts/blacklist'
import { createKeyLookup } from './auth/keys'
import { toApiError } from './errors'
import { setHeaders } from './headers'
import { logFailure } from './logFailure'
import { createLimits, type Limits } from './rateLimit/limits'
import { respondWithError } from './respondWithError'
import { mountRoutes } from './routes/mount'
import { createSettingsReader } from './settings'
import type { ApiEnv, ApiServices } from './types'

const usualUpload = 512 * 1024 * 1024

export type LicensingApiOptions = {
  /** Where Payload's API is mounted. Default `/api`. */
  basePath?: string
  /** The address of the connection's other end, null when unknown. */
  clientIp: (request: Request) => null | string
  /** The largest file that may be uploaded, in bytes. Default 512 MB. */
  largestUpload?: number
  /** Collects when installations were seen. Whoever gives one writes the last of it before the end. */
  lastSeen?: LastSeen
  /** Counts requests. Whoever gives them writes the last of it before the end. */
  limits?: Limits
  payload: Payload
  /** Whether answers have the headers of `headersOf`; false where a server in front sets them. Default true. */
  setsHeaders?: boolean
}

/** The licensing API as one fetch-style app: the server runs it in front of Next, the plugin as Payload endpoints. */
export function createLicensingApi({
  basePath = '/api',
  setsHeaders = true,
  ...options
}: LicensingApiOptions): Hono<ApiEnv> {
  const { payload } = options
  const app = new Hono<ApiEnv>().basePath(basePath)

  app.onError((error, context) => {
    const answer = toApiError(error)
    if (answer.status >= 500) logFailure(payload.logger, error, answer.status === 503)
    return respondWithError(context, answer)
  })
  if (setsHeaders) app.use(setHeaders(basePath))
  mountRoutes(app, createServices(options), basePath)
  return app
}

function createServices({
  clientIp,
  largestUpload = usualUpload,
  lastSeen,
  limits,
  payload,
}: Omit<LicensingApiOptions, 'basePath' | 'setsHeaders'>): ApiServices {
  const { drizzle, pool } = payload.db as unknown as { drizzle: Database; pool: Pool }
  return {
    blacklist: createBlacklist(drizzle),
    clientIp,
    db: drizzle,
    findActivation: createActivationFinder(pool),
    findKey: createKeyLookup(drizzle),
    largestUpload,
    lastSeen: lastSeen ?? lastSeenOf(payload),
    limits: limits ?? limitsOf(payload),
    payload,
    settings: createSettingsReader(payload),
    signer: createTokenSigner(payload.secret),
    slotLinks: createSlotLinkSigner(payload.secret),
  }
}

/** The counters in a payload's database, or in Redis. */
export function limitsOf({ db }: Payload): Limits {
  return createLimits((db as unknown as { pool: Pool }).pool)
}

/** A collector for a payload's database. */
export function lastSeenOf({ db, logger }: Payload): LastSeen {
  const { drizzle } = db as unknown as { drizzle: Database }
  return createLastSeen(drizzle, { onError: (error) => logFailure(logger, error, true) })
}
