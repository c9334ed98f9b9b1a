import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

import { expect } from '@playwright/test'

type Mail = { html: string; subject: string; text: string; to: string }

const folder = path.join(path.dirname(process.env.E2E_CREDENTIALS ?? ''), 'outbox')

/** The mails that were sent to an address, the oldest first. */
export function mailsTo(to: string): Mail[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as Mail)
    .filter((mail) => mail.to === to)
}

/** Waits for a mail and returns the link to a page of the portal in it. */
export async function linkIn(to: string, subject: string, page: string): Promise<string> {
  const find = () =>
    mailsTo(to)
      .filter((mail) => mail.subject === subject)
      .map(
        ({ text }) => new RegExp(`https?://\\S+/customer/${page}\\?token=[\\w-]+`).exec(text)?.[0],
      )
      .at(-1)
  await expect(() => expect(find()).toBeTruthy()).toPass({ timeout: 20_000 })
  return find() ?? ''
}
