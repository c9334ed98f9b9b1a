import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'

import { type Binaries, findBinaries } from './binaries'
import { resolveDataDir, sharedFolder } from './folder'
import { type Identity, serverIdentity } from './identity'
import { choosePort } from './port'
import { findRunning } from './postmaster'

const attempts = 3

/** A running PostgreSQL server of our own. */
export type Cluster = {
  port: number
  /** False when it was running already; `stop` then leaves it alone. */
  startedHere: boolean
  stop: () => Promise<void>
  /** The connection string of one of its databases. */
  url: (database: string) => string
}

const throwAway = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'max_connections=300',
]

type Context = { binaries: Binaries; dataDir: string; identity: Identity | null }

/**
 * Starts PostgreSQL on a data folder, which is made when it is not there. A server that runs on it already is used. It listens on
 * 127.0.0.1 only and asks for a password, which is random and kept beside the folder.
 *
 * @param options.dataDir absolute path of the data folder
 * @param options.fsync false for throw-away data: faster, lost with the machine, and with connections for tests that race
 * @param options.settings of PostgreSQL's configuration, as `shared_buffers=1GB`
 * @throws Error that says what to do when there is no PostgreSQL for this machine or it does not start
 */
export async function startCluster({
  dataDir: requested,
  fsync = true,
  settings = [],
}: {
  dataDir: string
  fsync?: boolean
  settings?: readonly string[]
}): Promise<Cluster> {
  const identity = serverIdentity()
  const dataDir = resolveDataDir(requested, identity)
  const context = { binaries: findBinaries(identity, sharedFolder(requested)), dataDir, identity }
  const password = readPassword(`${requested}.password`)
  if (!existsSync(path.join(dataDir, 'PG_VERSION'))) await initialize(context, password)
  const { port, startedHere } = await start(context, `${requested}.port`, [
    ...(fsync ? [] : throwAway),
    ...settings,
  ])
  return {
    port,
    startedHere,
    stop: async () => {
      if (startedHere) await pgCtl(context, ['-m', 'fast', '-w', 'stop'])
    },
    url: (database) => clusterUrl(port, password, database),
  }
}

/** The connection string of a database of a cluster that runs, or null. Starts nothing. */
export function findClusterUrl(dataDir: string, database: string): null | string {
  if (!existsSync(path.join(dataDir, 'PG_VERSION'))) return null
  const port = findRunning(dataDir)
  return port === null ? null : clusterUrl(port, readPassword(`${dataDir}.password`), database)
}

function clusterUrl(port: number, password: string, database: string): string {
  return `postgres://postgres:${password}@127.0.0.1:${port}/${database}`
}

function readPassword(file: string): string {
  try {
    writeFileSync(file, randomBytes(24).toString('base64url'), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return readFileSync(file, 'utf8').trim()
}

/** Makes the data folder under another name first: a crash in between leaves nothing that looks finished. */
async function initialize(context: Context, password: string): Promise<void> {
  const { binaries, dataDir, identity } = context
  const draft = `${dataDir}.new-${process.pid}`
  const passwordFile = `${draft}.password`
  rmSync(draft, { force: true, recursive: true })
  mkdirSync(draft, { mode: 0o700 })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (identity)
    for (const file of [draft, passwordFile]) chownSync(file, identity.uid, identity.gid)
  try {
    const authentication = [
      '--auth=scram-sha-256',
      '--username=postgres',
      `--pwfile=${passwordFile}`,
    ]
    await execute(context, binaries.initdb, [
      '-D',
      draft,
      '-E',
      'UTF8',
      '--locale=C',
      ...authentication,
    ])
    if (!existsSync(path.join(dataDir, 'PG_VERSION'))) renameSync(draft, dataDir)
  } finally {
    rmSync(passwordFile, { force: true })
    rmSync(draft, { force: true, recursive: true })
  }
}

async function start(
  context: Context,
  portMemory: string,
  settings: readonly string[],
): Promise<{ port: number; startedHere: boolean }> {
  let failure: unknown
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const running = findRunning(context.dataDir)
    if (running !== null) return { port: running, startedHere: false }
    const port = await choosePort(portMemory)
    const options = [
      `-p ${port}`,
      '-c listen_addresses=127.0.0.1',
      "-c unix_socket_directories=''",
      ...settings.map((setting) => `-c ${setting}`),
    ]
    const log = path.join(context.dataDir, 'server.log')
    try {
      await pgCtl(context, ['-l', log, '-o', options.join(' '), '-w', '-t', '60', 'start'])
      return { port, startedHere: true }
    } catch (error) {
      failure = error
    }
  }
  throw new Error(`The embedded PostgreSQL did not start. See ${context.dataDir}/server.log.`, {
    cause: failure,
  })
}

function pgCtl(context: Context, args: string[]): Promise<void> {
  return execute(context, context.binaries.pgCtl, ['-D', context.dataDir, ...args])
}

function execute({ dataDir, identity }: Context, program: string, args: string[]): Promise<void> {
  // Into a file: the server inherits the output of what starts it, and a pipe would never end.
  const log = `${dataDir}.log`
  const output = openSync(log, 'a', 0o600)
  return new Promise<void>((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: '/',
      env: { LC_ALL: 'C', NODE_ENV: 'production', PATH: process.env.PATH },
      stdio: ['ignore', output, output],
      ...identity,
    })
    child.once('error', reject)
    child.once('exit', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`${path.basename(program)} failed (${code}). See ${log}.`))
    })
  }).finally(() => closeSync(output))
}
