import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

import { sql } from '@payloadcms/db-postgres/drizzle'
import { createLocalReq } from 'payload'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { queueMail } from '../../../src/emails/queueMail'
import type { Queryable } from '../../../src/licensing/types'
import { type MailServer, startMailServer } from '../emails/support/mailServer'
import { createTestPayload, type TestPayload } from '../../support/payload'

/** Two worker processes by mistake, and one that is killed: every mail leaves once. */
const root = path.resolve(import.meta.dirname, '../../..')
const startMs = 120_000

let customer: string
let mailServer: MailServer
let test: TestPayload
const workers: ChildProcess[] = []

beforeAll(async () => {
  mailServer = await startMailServer()
  test = await createTestPayload()
  const { id } = await test.payload.create({
    collection: 'customers',
    data: { email: 'reader@example.com', name: 'Rita Reader', password: 'a long enough password' },
  })
  customer = id
  await Promise.all([startWorkerProcess(), startWorkerProcess()])
}, startMs)
afterAll(async () => {
  await Promise.all(workers.map((worker) => end(worker, 'SIGTERM')))
  await test.close()
  await mailServer.close()
})

it('two workers started by mistake send each mail once', async () => {
  await queueMails(8)
  await expect.poll(sentMails, { timeout: 20_000 }).toHaveLength(8)
  await new Promise((resolve) => setTimeout(resolve, 2500))
  expect(new Set(sentMails()).size).toBe(8)
  expect(sentMails()).toHaveLength(8)
})

it(
  'another worker takes over from one that is killed',
  async () => {
    const elected = await electedWorker()
    await end(elected, 'SIGKILL')
    await queueMails(3)
    await expect.poll(sentMails, { timeout: 30_000 }).toHaveLength(11)
    expect(new Set(sentMails()).size).toBe(11)
    expect((await electedWorker()).pid).not.toBe(elected.pid)
  },
  startMs,
)

it('a worker that is told to stop ends what it does and leaves', async () => {
  const elected = await electedWorker()
  expect(await end(elected, 'SIGTERM')).toBe(0)
})

async function startWorkerProcess(): Promise<void> {
  const child = spawn(
    process.execPath,
    ['--conditions=production', '--import', 'tsx', 'src/worker.ts'],
    {
      cwd: root,
      env: {
        ...process.env,
        APP_ROOT: root,
        MAIL_FROM: '',
        NODE_ENV: 'production',
        NODE_OPTIONS: '',
        SMTP_URL: `smtp://127.0.0.1:${mailServer.port}`,
      },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    },
  )
  workers.push(child)
  const failed = once(child, 'exit').then(() => {
    throw new Error('The worker ended before it was ready.')
  })
  await Promise.race([once(child, 'message'), failed])
  failed.catch(() => undefined)
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<null | number> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
  const ended = once(child, 'exit')
  child.kill(signal)
  const [code] = (await ended) as [null | number]
  return code
}

/** The process that holds the lock, as the database shows it to an operator. */
async function electedWorker(): Promise<ChildProcess> {
  const { drizzle } = test.payload.db as unknown as { drizzle: Queryable }
  const { rows } = await drizzle.execute(sql`
    select a.application_name as name from pg_locks l join pg_stat_activity a on a.pid = l.pid
    where l.locktype = 'advisory' and l.granted and a.datname = current_database()
      and a.application_name like 'license-manager worker %'`)
  expect(rows).toHaveLength(1)
  const pid = Number(String(rows[0]?.name).split(' ').at(-1))
  const worker = workers.find((candidate) => candidate.pid === pid)
  if (!worker) throw new Error('No worker of this test holds the lock.')
  return worker
}

async function queueMails(count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    await queueMail(await createLocalReq({}, test.payload), {
      customer,
      data: {},
      template: 'alreadyRegistered',
      to: 'reader@example.com',
    })
  }
}

const sentMails = () => mailServer.mails.map(({ messageId }) => messageId)
