import { sql } from '@payloadcms/db-postgres/drizzle'
import {
  commitTransaction,
  createLocalReq,
  initTransaction,
  type Payload,
  type PayloadRequest,
} from 'payload'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'

import type { Customer } from '../../../payload-types'
import { queueMail } from '../../../src/emails/queueMail'
import type { Queryable } from '../../../src/licensing/types'
import { createTestPayload, type TestPayload } from '../../support/payload'
import { type MailServer, startMailServer } from './support/mailServer'

/** What a name could do to the headers of a mail, and what the queue could do too early, too often or for ever. */
let customer: Customer
let payload: Payload
let server: MailServer
let test: TestPayload

beforeAll(async () => {
  server = await startMailServer()
  Object.assign(process.env, { MAIL_FROM: '', SMTP_URL: `smtp://127.0.0.1:${server.port}` })
  test = await createTestPayload()
  ;({ payload } = test)
  customer = await payload.create({
    collection: 'customers',
    data: { email: 'reader@example.com', name: 'Rita Reader', password: 'a long enough password' },
  })
})
afterAll(async () => {
  await test.close()
  await server.close()
})
beforeEach(async () => {
  server.mails.length = 0
  server.mode = 'ok'
  await drizzle().execute(sql`delete from payload_jobs`)
})

const drizzle = () => (payload.db as unknown as { drizzle: Queryable }).drizzle

async function queue(req?: PayloadRequest): Promise<string> {
  return queueMail(req ?? (await createLocalReq({}, payload)), {
    customer: customer.id,
    data: {},
    template: 'confirmEmail',
    to: customer.email,
  })
}

/** Runs what is in the queue now, whatever pause a failed try has earned. */
async function runQueue(): Promise<void> {
  await drizzle().execute(sql`update payload_jobs set wait_until = null where not has_error`)
  await payload.jobs.run({ overrideAccess: true, queue: 'mail', silent: true })
}

it('makes no header of the line breaks in a name', async () => {
  const name = 'Rita\r\nBcc: victim@example.org\r\n\r\nHello'
  // Past every check of names: a row from before them.
  await drizzle().execute(sql`update customers set name = ${name} where id = ${customer.id}`)
  await queue()
  await runQueue()
  const [mail] = server.mails
  expect(mail?.to).toMatchObject({ value: [{ address: 'reader@example.com' }] })
  expect(JSON.stringify(mail?.headerLines)).not.toContain('victim')
})

it('keeps its sender whatever address the name of the product looks like', async () => {
  const productName = 'Acme, Inc. <sales@evil.example> \\ "Tools"'
  await payload.updateGlobal({ slug: 'settings', data: { productName } })
  await queue()
  await runQueue()
  expect(server.mails[0]?.from?.value).toEqual([
    { address: 'no-reply@localhost', name: productName },
  ])
})

it('does not leave before its transaction is committed', async () => {
  const req = await createLocalReq({}, payload)
  await initTransaction(req)
  await queue(req)
  await runQueue()
  expect(server.mails).toHaveLength(0)
  await commitTransaction(req)
  await runQueue()
  expect(server.mails).toHaveLength(1)
})

it('waits longer after each failure, from seconds to half an hour, and gives up after twelve', async () => {
  server.mode = 'busy'
  const id = await queue()
  const pauses: number[] = []
  for (let attempt = 0; attempt < 13; attempt += 1) {
    await runQueue()
    const { rows } = await drizzle().execute(sql`
      select extract(epoch from wait_until - now())::int as pause from payload_jobs where not has_error`)
    if (rows[0]) pauses.push(Number(rows[0].pause))
  }
  expect(pauses).toHaveLength(11)
  expect(pauses[0]).toBeLessThanOrEqual(2)
  expect(pauses.at(-1)).toBeGreaterThan(1800)
  expect(pauses).toEqual([...pauses].sort((one, other) => one - other))
  const mail = await payload.findByID({ collection: 'mails', depth: 0, id })
  expect(mail).toMatchObject({ attempts: 12, status: 'failed' })
  expect(mail.lastError).not.toMatch(/\n\s+at /)
})
