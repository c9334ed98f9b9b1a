import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '../../../..')

/** A server process. */
export type ServerProcess = { stop: () => Promise<void>; url: string }

type ServerOptions = {
  /** More of the environment. */
  environment?: Record<string, string>
  /** What serves, below the integration tests. Default: the licensing API. */
  script?: string
}

/** Starts the licensing API, or something else, in a process of its own on a database. */
export async function startServer(
  databaseUrl: string,
  { environment = {}, script = 'api/support/serve.ts' }: ServerOptions = {},
): Promise<ServerProcess> {
  const child = fork(path.join(root, 'tests/int', script), [], {
    cwd: root,
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      NODE_ENV: 'production',
      NODE_OPTIONS: '',
      ...environment,
    },
    execArgv: ['--conditions=production', '--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const port = await portOf(child)
  return {
    stop: async () => {
      const end = once(child, 'exit')
      if (child.connected) child.disconnect()
      await end
    },
    url: `http://127.0.0.1:${port}/api`,
  }
}

async function portOf(child: ChildProcess): Promise<number> {
  const ended = once(child, 'exit').then(() => {
    throw new Error('The server ended before it listened.')
  })
  const [port] = (await Promise.race([once(child, 'message'), ended])) as [number]
  ended.catch(() => undefined)
  return port
}
