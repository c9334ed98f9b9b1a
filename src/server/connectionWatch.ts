type Client = { on: (event: 'error', listener: () => void) => unknown }
type Connected = (error: Error | undefined, client?: Client, release?: unknown) => void

/** The part of node-postgres' pool through which every connection is had. */
export type WatchedPool = {
  connect: (callback?: Connected) => Promise<Client> | void
  on: (event: 'connect' | 'error', listener: (client: Client) => void) => unknown
}

/**
 * Watches the connections that a pool hands out.
 *
 * @returns whether the last that was asked for could not be had, be it that none is free, or one broke and none was had since
 */
export function watchConnections(pool: WatchedPool): () => boolean {
  let isAway = false
  const note = (failed: boolean) => {
    isAway = failed
  }
  const connect = pool.connect.bind(pool)
  pool.connect = (callback) => {
    if (callback) {
      return connect((error, client, release) => {
        note(error !== undefined && error !== null)
        callback(error, client, release)
      })
    }
    const connecting = Promise.resolve(connect() as Promise<Client>)
    connecting.then(
      () => note(false),
      () => note(true),
    )
    return connecting
  }
  pool.on('error', () => note(true))
  // The pool listens to those that nobody has; one that breaks during a query tells whoever has it.
  pool.on('connect', (client) => void client.on('error', () => note(true)))
  return () => isAway
}
