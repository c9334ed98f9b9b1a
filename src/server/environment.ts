import type { Site } from './contentSecurityPolicy'
import type { RequestLog } from './watchRequests'
import { parseUrl } from '../text/parseUrl'

/** What the server needs to know of its surroundings. */
export type ServerEnvironment = {
  host: string | undefined
  /** Which requests are logged. */
  logRequests: RequestLog
  /** The address of the port for metrics. */
  metricsHost: string
  /** A port of its own for metrics and probes; null for none. */
  metricsPort: null | number
  /** What Prometheus has to show; null where metrics are closed. */
  metricsToken: null | string
  /** Whether migrations are applied at start. */
  migrates: boolean
  port: number
  /** The folder with the build. */
  root: string
  /** Whether this process is a candidate for the worker beside its requests. */
  runsWorker: boolean
  /** How long it goes on serving after it was told to stop, for proxies to learn that it is not ready any more. */
  shutdownDelayMs: number
  site: Site
  trustedProxies: number
}

const shortestSecret = 32
const shortestToken = 16
const required = ['DATABASE_URL', 'PAYLOAD_SECRET', 'SERVER_URL']

/**
 * Reads and checks the environment. A server without a secret or an address of its own must not start.
 */
export function readServerEnvironment(): ServerEnvironment {
  const missing = required.filter((name) => !process.env[name])
  if (missing.length > 0) refuse(`Set ${missing.join(', ')} to start the server.`)
  if (!parseUrl(process.env.SERVER_URL ?? '')) {
    refuse('SERVER_URL must be an address such as https://licenses.example.com.')
  }
  warnOfShortSecret()
  return {
    host: process.env.HOST || undefined,
    logRequests: oneOf('LOG_REQUESTS', ['pages', 'all', 'off']),
    metricsHost: process.env.METRICS_HOST || '127.0.0.1',
    metricsPort: process.env.METRICS_PORT ? wholeNumber('METRICS_PORT', 0) : null,
    metricsToken: readMetricsToken(),
    migrates: oneOf('MIGRATIONS', ['on', 'off']) === 'on',
    port: wholeNumber('PORT', 3000),
    root: process.env.APP_ROOT ?? process.cwd(),
    runsWorker: oneOf('WORKER', ['on', 'off']) === 'on',
    shutdownDelayMs: wholeNumber('SHUTDOWN_DELAY_SECONDS', 0) * 1000,
    site: {
      isDevelopment: process.env.NODE_ENV === 'development',
      isHttps: new URL(process.env.SERVER_URL ?? '').protocol === 'https:',
    },
    trustedProxies: wholeNumber('TRUST_PROXY', 0),
  }
}

function warnOfShortSecret(): void {
  const { length } = process.env.PAYLOAD_SECRET ?? ''
  if (length >= shortestSecret) return
  console.warn(
    `PAYLOAD_SECRET has only ${length} characters. Who guesses it can sign in as anybody: use at least ${shortestSecret}, made at random.`,
  )
}

function readMetricsToken(): null | string {
  const token = process.env.METRICS_TOKEN || null
  if (token !== null && token.length < shortestToken) {
    refuse(`METRICS_TOKEN must have at least ${shortestToken} characters, made at random.`)
  }
  return token
}

function wholeNumber(name: string, byDefault: number): number {
  const value = process.env[name] ? Number(process.env[name]) : byDefault
  if (!Number.isInteger(value) || value < 0) refuse(`${name} must be a whole number.`)
  return value
}

/** A variable with few values, the first of which is the default. */
function oneOf<const Value extends string>(
  name: string,
  values: readonly [Value, ...Value[]],
): Value {
  const said = process.env[name] || values[0]
  const value = values.find((candidate) => candidate === said)
  return value ?? refuse(`${name} must be ${values.join(' or ')}.`)
}

function refuse(message: string): never {
  console.error(message)
  process.exit(1)
}
