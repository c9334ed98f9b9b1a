import type { Payload } from 'payload'

type Pool = { end: () => Promise<void>; ending: boolean }

/**
 * Closes a Payload instance and the connections that nobody uses any more. One stays open until the process ends: Payload
 * keeps it to itself and never gives it back, so that waiting for the pool's end would never end.
 */
export async function closePayload(payload: Payload): Promise<void> {
  const { pool } = payload.db as unknown as { pool?: Pool }
  await payload.destroy()
  if (pool && !pool.ending) void pool.end()
}
