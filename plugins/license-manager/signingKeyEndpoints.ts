import type { Endpoint } from 'payload'

import { actorOf } from '../../src/activity/actorOf'
import { keysResponse } from '../../src/certificates/keysResponse'
import { rotateSigningKey } from '../../src/certificates/signingKeys'
import { forAdmins, requireAccess } from './bulk'

/** `POST /signing-keys/rotate`: a new key signs from now on. Administrators only. */
export const signingKeyEndpoints: Endpoint[] = [
  {
    handler: forAdmins(async (req) => {
      // Nobody creates or changes keys by hand: replacing one is for whoever may do away with it.
      await requireAccess(req, 'signing-keys', 'delete')
      return Response.json({ keyId: await rotateSigningKey(req.payload, actorOf(req)) })
    }),
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
