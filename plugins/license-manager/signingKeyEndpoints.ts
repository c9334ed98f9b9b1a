import type { Endpoint } from 'payload'

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
