import 'server-only'

import config from '@payload-config'
import { getPayload } from 'payload'

import { publicKeys } from '../../certificates/signingKeys'

/** `GET /.well-known/license-keys.json`: the public keys of certificates as a JSON Web Key Set (RFC 7517). Open to everybody, scripts of other sites too. */
export async function publishedKeys(): Promise<Response> {
  const payload = await getPayload({ config })
  return Response.json(
    { keys: await publicKeys(payload) },
    {
      headers: {
        'Access-Control-Allow-Origin': '*',
        'Cache-Control': 'public, max-age=300',
      },
    },
  )
}
