import { JWTAuthentication, type Payload, type PayloadRequest } from 'payload'

import type { Customer } from '../../../payload-types'

/** A customer with the id of the session that the request came with. */
export type SignedInCustomer = Customer & { _sid?: string; collection: 'customers' }

/**
 * Who holds this session token. Payload decides: signature, expiry and the session's row, which a logout deletes.
 *
 * @returns null unless the token belongs to a living session of a customer
 */
export async function authenticateToken(
  payload: Payload,
  token: string | undefined,
  req?: PayloadRequest,
): Promise<null | SignedInCustomer> {
  if (!token) return null
  const { user } = await JWTAuthentication({
    headers: new Headers({ Authorization: `JWT ${token}`, DisableAutologin: 'true' }),
    payload,
    req,
    strategyName: 'portal',
  })
  return user?.collection === 'customers' ? user : null
}
