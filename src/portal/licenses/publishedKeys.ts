import 'server-only'

import { keysResponse } from '../../certificates/keysResponse'
import { portalPayload } from '../session/payload'

/** `GET /.well-known/license-keys.json`: the public keys with which software checks certificates. */
export async function publishedKeys(): Promise<Response> {
  return keysResponse(await portalPayload())
}
