import { type ChildProcess, fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { createTokenSigner } from '../../src/licensing/token'
import { createDatabase, type startThrowAwayCluster } from '../../tests/support/cluster'
import type { Installed } from './calls'
import type { PreparedShop } from './prepareApiShop'
import { serverFlags } from './serverFlags'

/** A shop of a size, with our server and a bare one on its database. */
export type ApiShop = {
  children: ChildProcess[]
  installed: Installed[]
  key: string
  licenses: number
  pids: { bare: number | undefined; ours: number | undefined }
  signer: ReturnType<typeof createTokenSigner>
  token: string
  urls: { bare: string; ours: string }
}

type Cluster = Awaited<ReturnType<typeof startThrowAwayCluster>>

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
const withTypeScript = ['--conditions=production', '--import', 'tsx']

/** Fills a database of its own and starts both servers on it, ours as production starts it. */
export async function openApiShop(cluster: Cluster, licenses: number): Promise<ApiShop> {
  const name = `bench_${licenses}`
  await createDatabase(cluster, name)
  const port = 20_000 + Math.floor(Math.random() * 20_000)
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    APP_ROOT: root,
    DATABASE_URL: cluster.url(name),
    HOST: '127.0.0.1',
    NODE_ENV: 'production',
    PAYLOAD_SECRET: randomBytes(32).toString('hex'),
    SERVER_URL: `http://localhost:${port}`,
    // As where several machines serve: reports, which count a million licences anew, are another process's work.
    WORKER: 'off',
  }
  const start = (file: string, execArgv: string[], own: number, ...args: string[]) =>
    fork(path.join(root, file), args, {
      env: { ...env, PORT: String(own) },
      execArgv,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
  const prepared = await told<PreparedShop>(
    start('bench/support/prepareApiShop.ts', withTypeScript, port, String(licenses)),
  )
  const ours = start('dist/server.js', serverFlags, port)
  const bare = start('bench/support/bare.ts', withTypeScript, port + 1)
  const children = [ours, bare]
  await Promise.all(children.map(told))
  return {
    ...prepared,
    children,
    licenses,
    pids: { bare: bare.pid, ours: ours.pid },
    signer: createTokenSigner(prepared.secret),
    urls: { bare: `http://127.0.0.1:${port + 1}`, ours: `http://127.0.0.1:${port}/api` },
  }
}

/** What a process tells first. */
async function told<T>(child: ChildProcess): Promise<T> {
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`${child.spawnargs.at(-1)} ended with ${String(code)}.`)
  })
  const [message] = (await Promise.race([once(child, 'message'), ended])) as [T]
  ended.catch(() => undefined)
  return message
}
