import type { PayloadRequest } from 'payload'

import type { MailRequest } from './types'
import { slugOf } from '../slugs/slugOf'

/**
 * Puts a mail into the queue, in the request's transaction: it leaves after the commit, and not at all without one.
 *
 * @returns the id of the mail's row
 */
export async function queueMail(
  req: PayloadRequest,
  { customer, data, license = null, template, to }: MailRequest,
): Promise<string> {
  const row = (await req.payload.db.create({
    collection: slugOf('mails'),
    data: { attempts: 0, customer, data, license, status: 'queued', template, to },
    req,
  })) as { id: string }
  await req.payload.jobs.queue({ input: { mail: row.id }, queue: 'mail', req, task: 'sendMail' })
  return row.id
}
