import type { Server } from 'node:http'

const patienceMs = 8000

/**
 * Runs something on SIGINT and SIGTERM, once, and ends the process afterwards: with 0, or with 1 where it takes too long.
 *
 * @param delayMs what it may take beyond what finishing takes
 */
export function onStopSignal(stop: () => Promise<unknown>, delayMs = 0): void {
  let isStopping = false
  const begin = () => {
    if (isStopping) return
    isStopping = true
    setTimeout(() => process.exit(1), delayMs + patienceMs + 1000).unref()
    void stop().finally(() => process.exit(0))
  }
  process.on('SIGINT', begin)
  process.on('SIGTERM', begin)
}

/** Accepts nothing new and waits for what runs, but not for ever: then its connections are cut. */
export function closeServer(server: Server): Promise<void> {
  setTimeout(() => server.closeAllConnections(), patienceMs).unref()
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
  })
}
