import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '../../../..')

/** A server process. */
export type ServerProcess = { stop: () => Promise<void>; url: string }

/** Starts the licensing API in a process of its own on a database. */
export async function startServer(databaseUrl: string): Promise<ServerProcess> {
  const child = fork(path.join(import.meta.dirname, 'serve.ts'), [], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: databaseUrl, NODE_ENV: 'production', NODE_OPTIONS: '' },
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
