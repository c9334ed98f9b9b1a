import type { PayloadRequest } from 'payload'

type Session = { resolve: () => Promise<unknown> }

/**
 * Runs something when the transaction of a request is committed, before the operation that commits it returns; at once where there is
 * none. Payload has no hook for that. A transaction that is undone runs nothing, but of a commit that was lost with its connection Payload
 * says nothing: what runs then looks at what is there.
 *
 * @param work with the database of its own, as the request has no transaction any more
 */
export async function afterCommit(req: PayloadRequest, work: () => Promise<void>): Promise<void> {
  const { sessions } = req.payload.db as unknown as {
    sessions: Record<string, Session | undefined>
  }
  const id = await req.transactionID
  const session = id === undefined || id === null ? undefined : sessions[id]
  if (!session) return work()
  const { resolve } = session
  session.resolve = async () => {
    await resolve()
    await work()
  }
}
