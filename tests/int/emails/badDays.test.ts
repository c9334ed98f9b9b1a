import { sql } from '@payloadcms/db-postgres/drizzle'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import { type MailServer, startMailServer } from './support/mailServer'
import { openPostOffice, type PostOffice } from './support/postOffice'

/** Mails through the job queue to a mail server that refuses, sleeps or is away. */
let drizzle: PostOffice['drizzle']
let office: PostOffice
let payload: PostOffice['payload']
let queue: PostOffice['queue']
let rows: PostOffice['rows']
let runQueue: PostOffice['runQueue']
let server: MailServer

beforeAll(async () => {
  server = await startMailServer()
  office = await openPostOffice(server.port)
  ;({ drizzle, payload, queue, rows, runQueue } = office)
})
afterAll(async () => {
  await office.close()
  await server.close()
})
beforeEach(async () => {
  server.mails.length = 0
  server.mode = 'ok'
  await office.begin()
})

describe('a bad day of the mail server', () => {
  it.each(['busy', 'away'] as const)(
    '%s: the mail arrives after recovery, once',
    async (trouble) => {
      if (trouble === 'busy') server.mode = 'busy'
      else await server.close()
      const started = performance.now()
      await queue()
      expect(performance.now() - started).toBeLessThan(5000)
      await runQueue()
      await runQueue()
      expect(await rows()).toMatchObject([{ attempts: 2, status: 'queued' }])
      expect((await rows())[0]?.lastError).toMatch(trouble === 'busy' ? /451/ : /ECONNREFUSED/)
      if (trouble === 'busy') server.mode = 'ok'
      else server = await startMailServer(server.port)
      await runQueue()
      await runQueue()
      expect(server.mails).toHaveLength(1)
      expect(await rows()).toMatchObject([{ attempts: 3, status: 'sent' }])
    },
  )

  it('slow by 30 s: putting a mail into the queue does not wait for it', async () => {
    server.mode = 'slow'
    await queue()
    const running = runQueue()
    await vi.waitFor(() => expect(server.mails).toHaveLength(1), 10_000)
    const started = performance.now()
    await queue({ template: 'alreadyRegistered' })
    expect(performance.now() - started).toBeLessThan(5000)
    await drizzle().execute(sql`select 1`)
    server.mode = 'ok'
    await runQueue()
    expect(server.mails).toHaveLength(2)
    server.release()
    await running
    expect(await rows()).toMatchObject([{ status: 'sent' }, { status: 'sent' }])
  })

  it('gone for good: the mail is given up in the end, and says so', async () => {
    server.mode = 'busy'
    const id = await queue()
    await drizzle().execute(
      sql`update mails set attempts = 11, last_error = 'before' where id = ${id}`,
    )
    await runQueue()
    expect(await rows()).toMatchObject([{ attempts: 12, status: 'failed' }])
  })
})

it('two workers at once send a mail once', async () => {
  const ids = await Promise.all(
    Array.from({ length: 10 }, () => queue({ template: 'alreadyRegistered' })),
  )
  const { deliverMail } = await import('../../../src/emails/deliverMail')
  await Promise.all([...ids, ...ids].map((id) => deliverMail(payload, id).catch(() => undefined)))
  await runQueue()
  expect(server.mails).toHaveLength(10)
  expect(new Set(server.mails.map(({ messageId }) => messageId)).size).toBe(10)
})
