import type { Payload } from 'payload'

type Pool = { on: (event: 'error', listener: (error: Error) => void) => void }

/**
 * Keeps the process alive when the database closes idle connections, as a restart of it does: without a listener the error would
 * end the process. The next query opens a new connection.
 */
export function surviveConnectionLoss(payload: Payload): void {
  const { pool } = payload.db as unknown as { pool?: Pool }
  pool?.on('error', (err) => payload.logger.warn({ err, msg: 'A database connection was lost' }))
}
