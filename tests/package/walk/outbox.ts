import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'

/** A mail that left. */
export type Mail = { html: string; subject: string; text: string; to: string }

/**
 * Waits for a mail of the worker's.
 *
 * @param folder of the mails
 * @throws Error where it does not come within a minute
 */
export async function mailWith(folder: string, subject: RegExp): Promise<Mail> {
  for (let tries = 0; tries < 120; tries += 1) {
    const mail = (await mailsIn(folder)).find((each) => subject.test(each.subject))
    if (mail) return mail
    await setTimeout(500)
  }
  throw new Error(`There is no mail ${subject} in ${folder}.`)
}

/** All mails that left so far. */
export async function mailsIn(folder: string): Promise<Mail[]> {
  const names = await readdir(folder).catch(() => [])
  const texts = names
    .filter((name) => name.endsWith('.json'))
    .map((name) => readFile(path.join(folder, name), 'utf8'))
  return (await Promise.all(texts)).map((text) => JSON.parse(text) as Mail)
}

/** The addresses of a site that a mail leads to, below it. */
export function linksOf({ html }: Mail, origin: string): string[] {
  const links = [...html.matchAll(/href="([^"]+)"/g)].map(([, href = '']) =>
    href.replaceAll('&amp;', '&'),
  )
  return links.filter((href) => href.startsWith(origin)).map((href) => href.slice(origin.length))
}
