import type { Endpoint, Payload } from 'payload'

import { createLicensingApi } from '../../src/api/app'
import { legacyNames } from '../../src/api/legacy/names'
import { clientIpFrom } from '../../src/http/clientIp'
import type { SanitizedOptions } from './options'

const methods = ['delete', 'get', 'head', 'patch', 'post', 'put'] as const
/** Where browsers ask before they call from another site. Elsewhere Payload answers them, by the host's `cors`. */
const openToBrowsers = '/external/:path*'
const healthCheck = '/health-check'
const paths = [
  openToBrowsers,
  '/internal/:path*',
  '/download/:path*',
  healthCheck,
  '/openapi.json',
  '/docs',
  ...legacyNames.flatMap((name) => [`/${name}`, `/${name}/:path*`]),
]

type LicensingApi = ReturnType<typeof createLicensingApi>

/**
 * The licensing API as endpoints of Payload, so that a host without a server of its own has it too. It is the same app that
 * the bundled server runs in front of Next. Without the option `licensingApi` only its health check, which monitors ask for all the same.
 */
export function licensingEndpoints({
  licensingApi,
  trustedProxies,
}: Pick<SanitizedOptions, 'licensingApi' | 'trustedProxies'>): Endpoint[] {
  const apps = new WeakMap<Payload, LicensingApi>()
  const appOf = (payload: Payload): LicensingApi => {
    const app =
      apps.get(payload) ??
      createLicensingApi({
        basePath: payload.config.routes.api,
        clientIp: (request) => clientIpFrom(request.headers, trustedProxies),
        payload,
      })
    apps.set(payload, app)
    return app
  }
  return (licensingApi ? paths : [healthCheck]).flatMap((path) =>
    [...methods, ...(path === openToBrowsers ? (['options'] as const) : [])].map((method) => ({
      handler: async (req) => appOf(req.payload).fetch(req as unknown as Request),
      method,
      path,
    })),
  )
}
