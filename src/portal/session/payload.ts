import 'server-only'

import { getPayload, type Payload } from 'payload'

import { currentTrace } from '../../http/trace'
import { appConfig } from './appConfig'

/** The app's Payload, for pages and actions of the portal. */
export async function portalPayload(): Promise<Payload> {
  const trace = currentTrace()
  if (trace) trace.isPortalReached = true
  return getPayload({ config: appConfig() })
}
