import { type ChildProcess, fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import type { Payload } from 'payload'

import { buildWhenStale } from '../../scripts/support/build'
import { withPayload } from '../../scripts/support/payload'
import { createDatabase, startThrowAwayCluster } from '../../tests/support/cluster'
import type { Shop } from './scaleCalls'
import { openShop } from './scaleShop'
import { serverFlags } from './serverFlags'

/** The built app on a PostgreSQL of its own, with a shop in it. */
export type ShopServer<T> = {
  child: ChildProcess
  database: string
  /** What `prepare` made. */
  prepared: T
  shop: Shop
  url: string
}

type ShopServerOptions<T> = {
  env?: Record<string, string>
  /** How the server's Node is started. */
  execArgv?: string[]
  licenses: number
  /** Adds to the shop before the server starts. */
  prepare: (payload: Payload) => Promise<T>
}

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')

/** Starts the built app in production mode on a throw-away PostgreSQL with a seeded shop, and ends and removes all of it after `run`. */
export async function withShopServer<T>(
  { env = {}, execArgv = [], licenses, prepare }: ShopServerOptions<T>,
  run: (server: ShopServer<T>) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'license-manager-bench-'))
  const cluster = await startThrowAwayCluster()
  let child: ChildProcess | undefined
  try {
    await createDatabase(cluster, 'bench')
    const database = cluster.url('bench')
    const port = freshPort()
    const url = `http://localhost:${port}`
    Object.assign(process.env, {
      APP_ROOT: root,
      DATABASE_URL: database,
      HOST: '127.0.0.1',
      LOG_LEVEL: 'warn',
      MAIL_OUTBOX: path.join(folder, 'mails'),
      NODE_ENV: 'production',
      PAYLOAD_SECRET: randomBytes(32).toString('hex'),
      PORT: String(port),
      SERVER_URL: url,
      UPLOAD_DIR: path.join(folder, 'uploads'),
      ...env,
    })
    await buildWhenStale()
    const { prepared, shop } = await withPayload(async (payload) => ({
      shop: await openShop(payload, database, licenses),
      prepared: await prepare(payload),
    }))
    child = await startServer(path.join(root, 'dist/server.js'), execArgv)
    await run({ child, database, prepared, shop, url })
  } finally {
    if (child) await stopServer(child)
    await cluster.stop()
    rmSync(folder, { force: true, recursive: true })
  }
}

/** Starts a server that sends a message when it listens. */
async function startServer(file: string, execArgv: string[]): Promise<ChildProcess> {
  const child = fork(file, {
    env: { ...process.env, LOG_LEVEL: 'info' },
    execArgv: [...serverFlags, ...execArgv],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const ended = once(child, 'exit').then(() => Promise.reject(new Error(`${file} ended.`)))
  await Promise.race([once(child, 'message'), ended])
  ended.catch(() => undefined)
  return child
}

/** Asks a server to stop, and waits until it did. */
export async function stopServer(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}

/** A port that is most likely free. */
export function freshPort(): number {
  return 20_000 + Math.floor(Math.random() * 20_000)
}
