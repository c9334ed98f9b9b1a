import type { Server } from 'node:http'

const patienceMs = 8000

/**
 * Stops the server on SIGINT and SIGTERM: nothing new is accepted, what runs is finished, then everything is closed.
 *
 * @param close closes what the server used
 */
export function stopOnSignals(server: Server, close: () => Promise<void>): void {
  let isStopping = false
  const stop = () => {
    if (isStopping) return
    isStopping = true
    setTimeout(() => process.exit(1), patienceMs + 1000).unref()
    setTimeout(() => server.closeAllConnections(), patienceMs).unref()
    server.close(() => {
      void close().finally(() => process.exit(0))
    })
    server.closeIdleConnections()
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}
