import 'server-only'

import config from '@payload-config'
import { getPayload } from 'payload'

import { keysResponse } from '../../certificates/keysResponse'

/** `GET /.well-known/license-keys.json`: the public keys with which software checks certificates. */
export async function publishedKeys(): Promise<Response> {
  return keysResponse(await getPayload({ config }))
}
