import { readFile } from 'node:fs/promises'
import path from 'node:path'

import type { OutboxMail } from '../../emails/transport/outboxAdapter'

/**
 * Reads a mail of the outbox.
 *
 * @param id as it came from outside: whatever could leave the folder is no id
 * @returns null where there is no such mail, or its file is broken
 */
export async function readMail(folder: string, id: unknown): Promise<null | OutboxMail> {
  if (typeof id !== 'string' || id.length > 100 || !/^[\w-]+$/.test(id)) return null
  try {
    const mail: unknown = JSON.parse(await readFile(path.join(folder, `${id}.json`), 'utf8'))
    return isMail(mail) ? { ...mail, id } : null
  } catch {
    return null
  }
}

function isMail(value: unknown): value is OutboxMail {
  if (!value || typeof value !== 'object') return false
  const mail = value as Record<string, unknown>
  return ['date', 'html', 'subject', 'text', 'to'].every((key) => typeof mail[key] === 'string')
}
