import type { PayloadRequest } from 'payload'

import { transactionOf } from '../../../collections/transaction'
import type { SignedInCustomer } from '../../accounts/sessions/findSignedIn'
import { deleteSession } from '../../accounts/sessions/repository'

/** Ends the session that the request came with, on the server: its token is worth nothing afterwards. */
export async function closeSession(req: PayloadRequest, customer: SignedInCustomer): Promise<void> {
  await deleteSession(await transactionOf(req), customer.id, customer.sessionId)
}
