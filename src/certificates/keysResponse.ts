import type { Payload } from 'payload'

import { publicKeys } from './signingKeys'

/** The public keys of certificates as a JSON Web Key Set (RFC 7517). Open to everybody, scripts of other sites too. */
export async function keysResponse(payload: Payload): Promise<Response> {
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
