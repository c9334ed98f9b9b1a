import type { Endpoint } from 'payload'

import { keysResponse } from '../../src/certificates/keysResponse'
import { rotateSigningKey } from '../../src/certificates/signingKeys'
import { forAdmins } from './bulk'

/** `POST /signing-keys/rotate`: a new key signs from now on. Administrators only. */
export const signingKeyEndpoints: Endpoint[] = [
  {
    handler: forAdmins(async ({ payload }) =>
      Response.json({ keyId: await rotateSigningKey(payload) }),
    ),
    method: 'post',
    path: '/rotate',
  },
]

/** `GET /api/license-keys`: the public keys, which `withLicenseManager` shows at `/.well-known/license-keys.json`. Open to everybody. */
export const publicKeysEndpoint: Endpoint = {
  handler: ({ payload }) => keysResponse(payload),
  method: 'get',
  path: '/license-keys',
}
