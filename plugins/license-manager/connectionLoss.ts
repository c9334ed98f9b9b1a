import type { Payload } from 'payload'

type ErrorSource = { on: (event: 'error', listener: (error: Error) => void) => void }

type Pool = {
  on: (event: 'connect', listener: (client: ErrorSource) => void) => void
} & ErrorSource

/**
 * Keeps the process alive when the database closes idle connections, as a restart of it does: without a listener the error would
 * end the process. The next query opens a new connection.
 */
export function surviveConnectionLoss(payload: Payload): void {
  const { pool } = payload.db as unknown as { pool?: Pool }
  const warn = (err: Error) => payload.logger.warn({ err, msg: 'A database connection was lost' })
  pool?.on('error', warn)
  // The pool listens to its idle connections only; those that are being closed have nobody else.
  pool?.on('connect', (client) => client.on('error', () => undefined))
}
