/** What the server needs to know of its surroundings. */
export type ServerEnvironment = {
  host: string | undefined
  port: number
  /** The folder with the build. */
  root: string
  trustedProxies: number
}

const required = ['DATABASE_URL', 'PAYLOAD_SECRET', 'SERVER_URL']

/**
 * Reads and checks the environment. A server without a secret or an address of its own must not start.
 */
export function readServerEnvironment(): ServerEnvironment {
  const missing = required.filter((name) => !process.env[name])
  if (missing.length > 0) refuse(`Set ${missing.join(', ')} to start the server.`)
  if (!URL.canParse(process.env.SERVER_URL ?? '')) {
    refuse('SERVER_URL must be an address such as https://licenses.example.com.')
  }
  return {
    host: process.env.HOST || undefined,
    port: wholeNumber('PORT', 3000),
    root: process.env.APP_ROOT ?? process.cwd(),
    trustedProxies: wholeNumber('TRUST_PROXY', 0),
  }
}

function wholeNumber(name: string, byDefault: number): number {
  const value = process.env[name] ? Number(process.env[name]) : byDefault
  if (!Number.isInteger(value) || value < 0) refuse(`${name} must be a whole number.`)
  return value
}

function refuse(message: string): never {
  console.error(message)
  process.exit(1)
}
