import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '../../..')
const mostStarts = 5

/** The licensing API in a process of its own. */
export type App = { kill: () => void; stop: () => Promise<void>; url: string }

/** Starts it on a database with a small pool; again where it ends before it serves, as whatever runs it in earnest would. */
export async function startApp({ temp, url }: { temp: string; url: string }): Promise<App> {
  for (let starts = 1; ; starts += 1) {
    const child = startProcess(url, temp)
    const port = await portOf(child)
    if (port !== null) return appOf(child, port)
    if (starts === mostStarts) throw new Error('The app ended before it served.')
  }
}

function startProcess(url: string, temp: string): ChildProcess {
  return fork(path.join(root, 'tests/int/api/support/serve.ts'), [], {
    cwd: root,
    env: {
      ...process.env,
      DATABASE_POOL_SIZE: '5',
      DATABASE_URL: url,
      NODE_ENV: 'production',
      NODE_OPTIONS: '',
      TMPDIR: temp,
    },
    execArgv: ['--conditions=production', '--import', 'tsx'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
}

/** The port that it says it serves at; null where it ends without. */
async function portOf(child: ChildProcess): Promise<null | number> {
  const served = once(child, 'message').then(([port]) => port as number)
  return Promise.race([served, once(child, 'exit').then(() => null)])
}

function appOf(child: ChildProcess, port: number): App {
  return {
    kill: () => void child.kill('SIGKILL'),
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      const end = once(child, 'exit')
      child.kill('SIGKILL')
      await end
    },
    url: `http://127.0.0.1:${port}/api`,
  }
}
