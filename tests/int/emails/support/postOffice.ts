import { sql } from '@payloadcms/db-postgres/drizzle'
import { createLocalReq, type Payload } from 'payload'

import type { Customer, Mail } from '../../../../payload-types'
import { queueMail } from '../../../../src/emails/queueMail'
import type { MailRequest } from '../../../../src/emails/types'
import type { Queryable } from '../../../../src/licensing/types'
import { createTestPayload } from '../../../support/payload'

/** The queue of mails, of which a mail server on this machine gets them. */
export type PostOffice = {
  /** Empties the queue, and makes its one reader. */
  begin: () => Promise<Customer>
  close: () => Promise<void>
  drizzle: () => Queryable
  payload: Payload
  /** Queues a mail to the reader. */
  queue: (mail?: Partial<MailRequest>, headers?: Record<string, string>) => Promise<string>
  rows: () => Promise<Mail[]>
  /** Runs what is in the queue now, whatever pause a failed try has earned. */
  runQueue: () => Promise<void>
}

/** Opens it, on a database of its own, for the mail server on a port. */
export async function openPostOffice(port: number): Promise<PostOffice> {
  Object.assign(process.env, { MAIL_FROM: '', SMTP_URL: `smtp://127.0.0.1:${port}` })
  const { close, payload } = await createTestPayload()
  const drizzle = () => (payload.db as unknown as { drizzle: Queryable }).drizzle
  let customer: Customer
  return {
    async begin() {
      const db = drizzle()
      await db.execute(sql`delete from payload_jobs`)
      await db.execute(sql`delete from mails`)
      await payload.delete({ collection: 'customers', where: { id: { exists: true } } })
      customer = await payload.create({
        collection: 'customers',
        data: {
          email: 'reader@example.com',
          name: 'Rita Reader',
          password: 'a long enough password',
        },
      })
      return customer
    },
    close,
    drizzle,
    payload,
    async queue(mail = {}, headers = {}) {
      const req = await createLocalReq({ req: { headers: new Headers(headers) } }, payload)
      return queueMail(req, {
        customer: customer.id,
        data: {},
        template: 'confirmEmail',
        to: customer.email,
        ...mail,
      } as MailRequest)
    },
    rows: async () =>
      (await payload.find({ collection: 'mails', depth: 0, sort: 'createdAt' })).docs,
    async runQueue() {
      await drizzle().execute(sql`update payload_jobs set wait_until = null`)
      await payload.jobs.run({ limit: 50, queue: 'mail', silent: true })
    },
  }
}
