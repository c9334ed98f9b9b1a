import { setMaxListeners } from 'node:events'
import { hostname } from 'node:os'
import { setTimeout } from 'node:timers/promises'

import type { Payload } from 'payload'
import pg from 'pg'

import { advisoryLocks } from '../database/advisoryLocks'
import { mailTransport } from '../emails/transport/mailAdapter'
import { type Chore, chores } from './chores'

export type Worker = {
  /** Whether it holds the lock, and so does the work. */
  isElected: () => boolean
  stop: () => Promise<void>
}

type Election = { isWon: boolean }

/** A machine that vanishes closes nothing: the database has to ask, or would keep the lock for hours. */
const keepAlive =
  'set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3'

const candidacyMs = 5000
const jobsAtOnce = 10

/**
 * Runs the jobs of the queue. Of all processes on a database one does it at a time: the one that holds an advisory lock, on a
 * connection of its own. When it ends, or loses the database, another takes over.
 *
 * @param options `everyMs`: the pause between two looks at the queue
 */
export function startWorker(payload: Payload, { everyMs = 1000 } = {}): Worker {
  const stopping = new AbortController()
  const election: Election = { isWon: false }
  const running = (async () => {
    while (!stopping.signal.aborted) {
      try {
        await serve(payload, stopping.signal, everyMs, election)
      } catch (err) {
        payload.logger.warn({ err, msg: 'The job worker lost the database and tries again' })
      }
      await pause(everyMs, stopping.signal)
    }
  })()
  return {
    isElected: () => election.isWon,
    stop: async () => {
      stopping.abort()
      await running
    },
  }
}

/** One connection's life: waits for the lock, then works until it is told to stop or the connection breaks. */
async function serve(
  payload: Payload,
  stopping: AbortSignal,
  everyMs: number,
  election: Election,
): Promise<void> {
  const { poolOptions } = payload.db as unknown as { poolOptions: pg.ClientConfig }
  const client = new pg.Client({
    ...poolOptions,
    application_name: workerName(),
    keepAlive: true,
    statement_timeout: undefined,
  })
  const ending = new AbortController()
  const signal = AbortSignal.any([stopping, ending.signal])
  // Every pause listens to it, one for each queue and chore; Node would take more than ten for a leak.
  setMaxListeners(0, signal)
  client.on('error', () => ending.abort())
  try {
    await client.connect()
    await client.query(keepAlive)
    while (!signal.aborted && !(await isElected(client))) await pause(candidacyMs, signal)
    election.isWon = !signal.aborted
    if (!signal.aborted) await takeOver(client)
    const repeat = async (ms: number, work: () => Promise<unknown>) => {
      try {
        while (!signal.aborted) {
          await work()
          await pause(ms, signal)
        }
      } finally {
        // Where one fails all end, pauses too: the lock goes with the connection, and none may go on without it.
        ending.abort()
      }
    }
    // A queue each: a slow mail server holds up mails, nothing else.
    const results = await Promise.allSettled([
      ...queues().map((queue) => repeat(everyMs, () => runDueJobs(payload, queue))),
      ...chores.map((chore) => repeat(chore.everyMs, () => runChore(payload, chore, signal))),
    ])
    const failed = results.find((result) => result.status === 'rejected')
    if (failed) throw failed.reason
  } finally {
    election.isWon = false
    await client.end().catch(() => undefined)
  }
}

/** What `pg_stat_activity` shows of a candidate, so that an operator finds the one that holds the lock. */
function workerName(): string {
  return `license-manager worker ${hostname()} ${process.pid}`.slice(0, 63)
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return setTimeout(ms, undefined, { signal }).catch(() => undefined)
}

/** Mails wait in their queue while there is nowhere to send them. */
function queues(): string[] {
  return mailTransport() === 'none' ? ['accounts', 'default'] : ['accounts', 'default', 'mail']
}

async function runDueJobs(payload: Payload, queue: string): Promise<void> {
  // Whether a job may run is not a user's question here: the worker is the system.
  await payload.jobs.run({ limit: jobsAtOnce, overrideAccess: true, queue })
}

/** A chore that fails is done again after its pause; the others go on. */
async function runChore(
  payload: Payload,
  { name, run }: Chore,
  signal: AbortSignal,
): Promise<void> {
  try {
    await run(payload, signal)
  } catch (err) {
    payload.logger.error({ err, msg: `The worker could not do its chore ${name}` })
  }
}

async function isElected(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ won: boolean }>('select pg_try_advisory_lock($1) as won', [
    advisoryLocks.runningJobs,
  ])
  return rows[0]?.won === true
}

/** Jobs that a process was running when it died would count as running for ever. */
async function takeOver(client: pg.Client): Promise<void> {
  await client.query('update payload_jobs set processing = false where processing')
}
