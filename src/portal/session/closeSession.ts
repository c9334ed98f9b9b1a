import { logoutOperation, type PayloadRequest } from 'payload'

/** Ends the session that the request came with, on the server: its token is worth nothing afterwards. */
export async function closeSession(req: PayloadRequest): Promise<void> {
  if (req.user?.collection !== 'customers') return
  await logoutOperation({
    allSessions: false,
    collection: req.payload.collections.customers,
    req,
  })
}
