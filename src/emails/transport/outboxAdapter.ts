import { randomUUID } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'

import type { EmailAdapter } from 'payload'

/** A mail of the outbox, as its file holds it. */
export type OutboxMail = {
  /** The names of the files that came along. */
  attachments?: string[]
  date: string
  html: string
  id: string
  subject: string
  text: string
  to: string
}

type OutboxOptions = { defaultFromAddress: string; defaultFromName: string; folder: string }

/** Keeps mails in a folder, a file each, for development: there they can be read without a mail server. */
export function outboxAdapter({ folder, ...sender }: OutboxOptions): EmailAdapter {
  return () => ({
    ...sender,
    name: 'outbox',
    sendEmail: async (message) => {
      const date = new Date().toISOString()
      const id = `${date.replace(/\W/g, '')}-${randomUUID()}`
      const mail: OutboxMail = {
        attachments: (message.attachments ?? []).map(({ filename }) => String(filename)),
        date,
        html: textOf(message.html),
        id,
        subject: message.subject ?? '',
        text: textOf(message.text),
        to: textOf(message.to),
      }
      await mkdir(folder, { recursive: true })
      const file = path.join(folder, `${id}.json`)
      // Whole or not at all: whoever reads the folder meets no half file.
      await writeFile(`${file}.part`, JSON.stringify(mail, null, 2), { mode: 0o600 })
      await rename(`${file}.part`, file)
      return { id }
    },
  })
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
