import type { Payload } from 'payload'

type ErrorSource = { on: (event: 'error', listener: (error: Error) => void) => void }

type Pool = {
  on: (event: 'acquire' | 'connect', listener: (client: ErrorSource) => void) => void
} & ErrorSource

/**
 * Keeps the process alive when the database closes connections, as a restart of it does: without a listener the error would
 * end it.
 */
export function surviveConnectionLoss(payload: Payload): void {
  const { pool } = payload.db as unknown as { pool?: Pool }
  const warn = (err: Error) => payload.logger.warn({ err, msg: 'A database connection was lost' })
  pool?.on('error', warn)
  // The pool listens to its idle connections only. Those that a transaction holds between two statements, and those that are being
  // closed, have nobody else; those that were opened before now are met when they are taken.
  const known = new WeakSet<ErrorSource>()
  const listen = (client: ErrorSource) => {
    if (known.has(client)) return
    known.add(client)
    client.on('error', () => undefined)
  }
  pool?.on('connect', listen)
  pool?.on('acquire', listen)
}
