import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '../../../..')

/** A process that works on imports until it is killed; it has begun when this returns. */
export async function startWorkProcess(databaseUrl: string): Promise<ChildProcess> {
  const child = fork(path.join(import.meta.dirname, 'work.ts'), [], {
    cwd: root,
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      NODE_ENV: 'production',
      NODE_OPTIONS: '',
      SMTP_URL: '',
    },
    execArgv: ['--conditions=production', '--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  await once(child, 'message')
  return child
}
