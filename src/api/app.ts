import { Hono } from 'hono'
import type { Payload } from 'payload'

export type LicensingApiOptions = {
  basePath?: string
  /** The address of the connection's other end. */
  clientIp: (request: Request) => null | string
  payload: Payload
}

/** The licensing API as one fetch-style app. */
export function createLicensingApi({ basePath = '/api' }: LicensingApiOptions): Hono {
  const app = new Hono().basePath(basePath)
  app.get('/health-check', (context) => context.json({ status: 'ok' }))
  return app
}
