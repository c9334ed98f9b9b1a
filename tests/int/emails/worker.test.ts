import { sql } from '@payloadcms/db-postgres/drizzle'
import { createLocalReq, type Payload } from 'payload'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import { queueMail } from '../../../src/emails/queueMail'
import { deleteLeftovers } from '../../../src/jobs/tasks/cleanUp'
import { advisoryLocks } from '../../../src/database/advisoryLocks'
import { startWorker, type Worker } from '../../../src/jobs/worker'
import type { Queryable } from '../../../src/licensing/types'
import { createTestPayload, type TestPayload } from '../../support/payload'
import { type MailServer, startMailServer } from './support/mailServer'

/** Several processes, processes that die, a database that restarts: mails leave once, and nothing ends the process. */
let customer: string
let payload: Payload
let server: MailServer
let test: TestPayload
const workers: Worker[] = []

beforeAll(async () => {
  server = await startMailServer()
  Object.assign(process.env, { MAIL_FROM: '', SMTP_URL: `smtp://127.0.0.1:${server.port}` })
  test = await createTestPayload()
  ;({ payload } = test)
  const { id } = await payload.create({
    collection: 'customers',
    data: { email: 'reader@example.com', name: 'Rita Reader', password: 'a long enough password' },
  })
  customer = id
})
afterAll(async () => {
  await test.close()
  await server.close()
})
beforeEach(() => {
  server.mails.length = 0
  server.mode = 'ok'
})
afterEach(async () => {
  server.mode = 'ok'
  // A worker that is told to stop ends what it is at.
  server.release()
  await Promise.all(workers.splice(0).map((worker) => worker.stop()))
  await drizzle().execute(sql`delete from payload_jobs`)
})

const drizzle = () => (payload.db as unknown as { drizzle: Queryable }).drizzle

function start(): Worker {
  const worker = startWorker(payload, { everyMs: 50 })
  workers.push(worker)
  return worker
}

async function queue(): Promise<void> {
  await queueMail(await createLocalReq({}, payload), {
    customer,
    data: {},
    template: 'alreadyRegistered',
    to: 'reader@example.com',
  })
}

const mails = () => server.mails.length

/** The connections that hold the worker's lock: one in all, whatever number of workers there is. */
async function holders(): Promise<number[]> {
  const { rows } = await drizzle().execute(sql`
    select l.pid from pg_locks l join pg_database d on d.oid = l.database
    where l.locktype = 'advisory' and l.granted and d.datname = current_database()
      and (l.classid::bigint << 32) | l.objid::bigint = ${advisoryLocks.runningJobs}`)
  return rows.map(({ pid }) => Number(pid))
}

describe('workers', () => {
  it('send what is queued, one of them at a time', async () => {
    start()
    start()
    for (let count = 0; count < 5; count += 1) await queue()
    await expect.poll(mails, { timeout: 10_000 }).toBe(5)
    expect(await holders()).toHaveLength(1)
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(mails()).toBe(5)
  })

  it('do nothing while another process holds the lock', async () => {
    const other = new pg.Client({ connectionString: test.databaseUrl })
    await other.connect()
    try {
      await other.query('select pg_advisory_lock($1)', [advisoryLocks.runningJobs])
      start()
      await queue()
      await new Promise((resolve) => setTimeout(resolve, 1500))
      expect(mails()).toBe(0)
    } finally {
      await other.end()
    }
    await expect.poll(mails, { timeout: 15_000 }).toBe(1)
  })

  it('follow one that ends', async () => {
    const first = start()
    await expect.poll(holders, { timeout: 10_000 }).toHaveLength(1)
    start()
    await first.stop()
    await queue()
    await expect.poll(mails, { timeout: 15_000 }).toBe(1)
  })

  it('outlive the loss of their connections, as at a restart of the database', async () => {
    start()
    await expect.poll(holders, { timeout: 10_000 }).toHaveLength(1)
    const [before] = await holders()
    await drizzle().execute(sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`)
    await expect.poll(holders, { timeout: 15_000 }).toHaveLength(1)
    expect(await holders()).not.toEqual([before])
    await queue()
    await expect.poll(mails, { timeout: 15_000 }).toBe(1)
  })

  it('outlive the loss of the connection with the lock, while there is nothing to do', async () => {
    start()
    await expect.poll(holders, { timeout: 10_000 }).toHaveLength(1)
    const [before] = await holders()
    await new Promise((resolve) => setTimeout(resolve, 500))
    await drizzle().execute(sql`select pg_terminate_backend(${before})`)
    await queue()
    await expect.poll(mails, { timeout: 10_000 }).toBe(1)
  })

  it('do nothing without the lock after one of their queues failed', async () => {
    start()
    await expect.poll(holders, { timeout: 10_000 }).toHaveLength(1)
    const other = new pg.Client({ connectionString: test.databaseUrl })
    await other.connect()
    const run = payload.jobs.run
    try {
      const taken = other.query('select pg_advisory_lock($1)', [advisoryLocks.runningJobs])
      const failing = vi.spyOn(payload.jobs, 'run').mockImplementation((args) => {
        if (args?.queue !== 'accounts') return run(args)
        failing.mockRestore()
        return Promise.reject(new Error('The database is away.'))
      })
      await taken
      await queue()
      await new Promise((resolve) => setTimeout(resolve, 1500))
      expect(mails()).toBe(0)
    } finally {
      await other.end()
    }
    await expect.poll(mails, { timeout: 15_000 }).toBe(1)
  })

  it('take up what a dead process was at', async () => {
    await queue()
    await drizzle().execute(sql`update payload_jobs set processing = true`)
    start()
    await expect.poll(mails, { timeout: 10_000 }).toBe(1)
  })

  it('do what is not a mail while the mail server sleeps', async () => {
    server.mode = 'slow'
    start()
    await queue()
    await expect.poll(mails, { timeout: 10_000 }).toBe(1)
    await payload.jobs.queue({
      input: { email: 'reader@example.com' },
      queue: 'accounts',
      task: 'resendConfirmation',
    })
    await expect.poll(openAccountJobs, { timeout: 5000 }).toBe(0)
  })
})

async function openAccountJobs(): Promise<number> {
  const { rows } = await drizzle().execute(sql`
    select count(*)::int as open from payload_jobs where queue = 'accounts' and completed_at is null`)
  return Number(rows[0]?.open)
}

it('cleaning up takes what is over, more than a batch of it, and nothing else', async () => {
  const insert = (count: number, expires: string) =>
    drizzle().execute(sql`
      insert into account_tokens (token_hash, purpose, expires_at, created_at, updated_at)
      select gen_random_uuid()::text, 'resetPassword', now() + ${expires}::interval, now(), now()
      from generate_series(1, ${count})`)
  await insert(2100, '-2 days')
  await insert(3, '-1 hour')
  await insert(4, '1 hour')
  expect(await deleteLeftovers(payload)).toBe(2100)
  const { rows } = await drizzle().execute(sql`select count(*)::int as count from account_tokens`)
  expect(rows[0]?.count).toBe(7)
})
