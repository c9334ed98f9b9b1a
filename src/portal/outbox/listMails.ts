import { readdir } from 'node:fs/promises'

import type { OutboxMail } from '../../emails/transport/outboxAdapter'
import { readMail } from './readMail'

const most = 50

/** The newest mails of the outbox, the last one first; none where the folder is not there yet. Their names sort by time. */
export async function listMails(folder: string): Promise<OutboxMail[]> {
  const names = await readdir(folder).catch((): string[] => [])
  const ids = names
    .filter((name) => /^[\w-]+\.json$/.test(name))
    .map((name) => name.slice(0, -'.json'.length))
    .sort()
    .reverse()
  const mails: OutboxMail[] = []
  for (const id of ids) {
    if (mails.length === most) break
    const mail = await readMail(folder, id)
    if (mail) mails.push(mail)
  }
  return mails
}
