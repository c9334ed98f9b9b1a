import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'

import { freePort } from '../../scripts/support/port'
import { createDatabase, startThrowAwayCluster } from './cluster'

const patienceMs = 90_000

/** A server whose database was empty when it started. */
export type EmptyServer = {
  databaseUrl: string
  /** Tells the server to stop and waits until it has. */
  end: () => Promise<void>
  /** Ends the server and its database. */
  stop: () => Promise<void>
  url: string
}

/**
 * Starts the build as whoever installs it does: with an empty database of one's own, and nothing else.
 *
 * @param environment variables of its own
 * @throws Error with what the server said, where it does not become ready
 */
export async function startEmptyServer(
  environment: Record<string, string> = {},
): Promise<EmptyServer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'license-manager-empty-'))
  const cluster = await startThrowAwayCluster()
  await createDatabase(cluster, 'empty')
  const url = `http://localhost:${await freePort()}`
  const server = spawn(process.execPath, ['dist/server.js'], {
    env: {
      DATABASE_URL: cluster.url('empty'),
      MAIL_OUTBOX: path.join(folder, 'outbox'),
      NODE_ENV: 'production',
      PATH: process.env.PATH,
      PAYLOAD_SECRET: randomBytes(32).toString('hex'),
      PORT: new URL(url).port,
      SERVER_URL: url,
      UPLOAD_DIR: path.join(folder, 'uploads'),
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const output of [server.stdout, server.stderr]) {
    output.on('data', (data: Buffer) => (said += data.toString()))
  }
  const end = async () => {
    if (server.exitCode !== null || server.signalCode !== null) return
    server.kill('SIGTERM')
    await once(server, 'exit')
  }
  const stop = async () => {
    await end()
    await cluster.stop()
    rmSync(folder, { force: true, recursive: true })
  }
  const deadline = Date.now() + patienceMs
  while (!(await isReady(url))) {
    if (server.exitCode !== null || server.signalCode !== null || Date.now() > deadline) {
      await stop()
      throw new Error(`The server did not become ready:\n${said}`)
    }
    await setTimeout(200)
  }
  return { databaseUrl: cluster.url('empty'), end, stop, url }
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/api/ready`)).ok
  } catch {
    return false
  }
}
