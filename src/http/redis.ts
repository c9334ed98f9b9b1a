import { Redis } from 'ioredis'

type Logger = { info: (message: string) => void; warn: (message: string) => void }

// The server and Next's bundle have a copy of this module each, and one connection is enough.
const key = Symbol.for('license-manager.redis')
const shared = globalThis as unknown as Record<symbol, Redis | undefined>

/** The connection to the Redis of `REDIS_URL`, null where there is none. A call to one that is away fails at once. */
export function sharedRedis(): null | Redis {
  const url = process.env.REDIS_URL
  if (!url) return null
  return (shared[key] ??= connect(url))
}

function connect(url: string): Redis {
  const client = new Redis(url, {
    commandTimeout: 1000,
    connectTimeout: 2000,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    retryStrategy: (tries) => Math.min(tries * 200, 5000),
  })
  // It connects again by itself; without a listener the error would end the process.
  client.on('error', () => undefined)
  return client
}

/** Says when Redis goes and comes, once each. */
export function watchRedis(logger: Logger): void {
  const client = sharedRedis()
  if (!client || client.listenerCount('ready') > 0) return
  let isReady = client.status === 'ready'
  client.on('ready', () => {
    isReady = true
    logger.info('Redis is there: it counts requests')
  })
  client.on('close', () => {
    if (isReady) logger.warn('Redis is away: PostgreSQL counts requests meanwhile')
    isReady = false
  })
}
