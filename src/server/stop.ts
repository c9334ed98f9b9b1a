import type { Server } from 'node:http'

const patienceMs = 8000

type Stopping = {
  /** Closes what the server used, once nothing runs any more. */
  close: () => Promise<void>
  /** Whether to wait for no request: hot reload keeps a connection open for as long as a browser shows a page. */
  isHurried: boolean
  /** Ends what runs beside the requests, after what it is doing. */
  stopWork: () => Promise<void>
}

/**
 * Stops the server on SIGINT and SIGTERM: nothing new is accepted, what runs is finished, then everything is closed.
 */
export function stopOnSignals(server: Server, { close, isHurried, stopWork }: Stopping): void {
  let isStopping = false
  const stop = () => {
    if (isStopping) return
    isStopping = true
    setTimeout(() => process.exit(1), patienceMs + 1000).unref()
    setTimeout(() => server.closeAllConnections(), patienceMs).unref()
    const lastRequest = closeServer(server)
    void Promise.allSettled([stopWork(), ...(isHurried ? [] : [lastRequest])])
      .then(close)
      .finally(() => process.exit(0))
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
  })
}
