import { sql } from '@payloadcms/db-postgres/drizzle'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'

import type { Queryable } from '../../../src/licensing/types'
import { createTestPayload, type TestPayload } from '../../support/payload'
import { freshIp, password } from '../accounts/support/accounts'
import { type ServerProcess, startServer } from '../api/support/servers'
import { type MailServer, startMailServer } from './support/mailServer'

/**
 * The forms that send mails, over HTTP at a server in a process of its own with the worker in it, while the mail server is away, slow or
 * refuses: nobody waits for it, and the mails arrive afterwards, each once.
 */
const startMs = 120_000
const withinMs = 1000

let isAway = false
let mailServer: MailServer
let server: ServerProcess
let test: TestPayload
/** Which turn it is: a test that is tried again has customers of its own. */
let turn = 0

beforeAll(async () => {
  mailServer = await startMailServer()
  test = await createTestPayload()
  server = await startServer(test.databaseUrl, {
    environment: {
      MAIL_FROM: '',
      SMTP_URL: `smtp://127.0.0.1:${mailServer.port}`,
      WORKER: '',
    },
    script: 'accounts/support/serve.ts',
  })
  // What is loaded at the first request is no bad day's doing.
  await createCustomer('first@example.com', true)
  await createCustomer('waiting@example.com', false)
  await sendForms('first', 'first@example.com', 'waiting@example.com')
  await vi.waitFor(async () => expect(await unsent()).toBe(0), 30_000)
}, startMs)
afterAll(async () => {
  await server.stop()
  await test.close()
  await mailServer.close()
})

afterEach(async () => {
  await recover()
  await drizzle().execute(sql`delete from payload_jobs`)
  await drizzle().execute(sql`delete from mails`)
})

describe.each(['away', 'busy', 'slow'] as const)('a mail server that is %s', (trouble) => {
  it(
    'keeps no form from answering within a second; each mail arrives after recovery, once',
    async () => {
      turn += 1
      const [known, unconfirmed] = [`known-${turn}@example.com`, `unconfirmed-${turn}@example.com`]
      await createCustomer(known, true)
      await createCustomer(unconfirmed, false)
      mailServer.mails.length = 0
      await begin(trouble)
      // Twice: those of the second time meet a worker that waits for the mail server already.
      const first = await sendForms(`one-${turn}`, known, unconfirmed)
      await meets(trouble)
      const second = await sendForms(`two-${turn}`, known, unconfirmed, ['register'])
      for (const { form, ms, status } of [...first, ...second]) {
        expect([form, status]).toEqual([form, form === 'register' ? 202 : 200])
        expect(ms, `${form} took ${Math.round(ms)} ms`).toBeLessThan(withinMs)
      }
      await recover()
      await expect.poll(unsent, { timeout: 30_000 }).toBe(0)
      // Whatever would come twice has come by now.
      await new Promise((resolve) => setTimeout(resolve, 1500))
      expect(arrived()).toEqual(
        [
          `new-one-${turn}@example.com`,
          `new-two-${turn}@example.com`,
          known,
          known,
          unconfirmed,
        ].sort(),
      )
      expect(new Set(mailServer.mails.map(({ messageId }) => messageId)).size).toBe(5)
    },
    startMs,
  )
})

const forms = ['register', 'register again', 'forgot-password', 'resend-confirmation'] as const
type Form = 'register' | (typeof forms)[number]
type Sent = { form: string; ms: number; status: number }

/** Sends the forms, one after the other: of somebody new, of one who is registered, and of one who has not confirmed their address. */
async function sendForms(
  who: string,
  known: string,
  unconfirmed: string,
  which: readonly Form[] = forms,
): Promise<Sent[]> {
  const register = (email: string) => ({ email, name: 'Nora New', password })
  const calls: Record<Form, [path: string, body: object]> = {
    'forgot-password': ['forgot-password', { email: known }],
    register: ['register', register(`new-${who}@example.com`)],
    'register again': ['register', register(known)],
    'resend-confirmation': ['resend-confirmation', { email: unconfirmed }],
  }
  const sent: Sent[] = []
  for (const name of which) {
    const [path, body] = calls[name]
    const started = performance.now()
    const response = await fetch(`${server.url}/customers/${path}`, {
      body: JSON.stringify(body),
      headers: {
        'Content-Type': 'application/json',
        Origin: test.payload.config.serverURL,
        'X-Forwarded-For': freshIp(),
      },
      method: 'POST',
    })
    await response.arrayBuffer()
    sent.push({ form: path, ms: performance.now() - started, status: response.status })
  }
  return sent
}

async function begin(trouble: 'away' | 'busy' | 'slow'): Promise<void> {
  isAway = trouble === 'away'
  if (trouble === 'away') await mailServer.close()
  else mailServer.mode = trouble
}

/** Waits until the worker has met the trouble. */
async function meets(trouble: 'away' | 'busy' | 'slow'): Promise<void> {
  if (trouble === 'slow') {
    await expect.poll(() => mailServer.mails.length, { timeout: 20_000 }).toBeGreaterThan(0)
    return
  }
  const failed = () =>
    count(sql`select count(*)::int as total from mails where last_error is not null`)
  await expect.poll(failed, { timeout: 20_000 }).toBeGreaterThan(0)
}

async function recover(): Promise<void> {
  if (isAway) {
    const { mails } = mailServer
    mailServer = await startMailServer(mailServer.port)
    mailServer.mails.push(...mails)
    isAway = false
  }
  mailServer.mode = 'ok'
  mailServer.release()
  // The pause that failed tries have earned, up to minutes, is over.
  await drizzle().execute(sql`update payload_jobs set wait_until = null`)
}

/** Mails and jobs that are not done yet. */
const unsent = () =>
  count(sql`select (select count(*) from mails where status not in ('sent', 'skipped'))::int
    + (select count(*) from payload_jobs where completed_at is null)::int as total`)

const arrived = () =>
  mailServer.mails.map(({ to }) => (Array.isArray(to) ? '' : (to?.text ?? ''))).sort()

async function count(query: ReturnType<typeof sql>): Promise<number> {
  const { rows } = await drizzle().execute(query)
  return Number((rows[0] as { total: number } | undefined)?.total)
}

function drizzle(): Queryable {
  return (test.payload.db as unknown as { drizzle: Queryable }).drizzle
}

async function createCustomer(email: string, isConfirmed: boolean): Promise<void> {
  const confirmedAt = isConfirmed ? new Date().toISOString() : null
  await test.payload.create({
    collection: 'customers',
    data: { confirmedAt, email, name: 'Casey Customer', password },
  })
}
