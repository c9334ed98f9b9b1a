import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

import type { Payload } from 'payload'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import { mailProblems } from '../../../src/admin/mails/mailProblems'
import { countMails } from '../../../src/emails/repository'
import { type OutboxMail, outboxAdapter } from '../../../src/emails/transport/outboxAdapter'
import type { Queryable } from '../../../src/licensing/types'
import { listMails } from '../../../src/portal/outbox/listMails'
import { mailHtmlResponse } from '../../../src/portal/outbox/mailHtmlResponse'
import { outboxFolder } from '../../../src/portal/outbox/outboxFolder'
import { readMail } from '../../../src/portal/outbox/readMail'
import { createTestPayload, type TestPayload } from '../../support/payload'
import { tokenOf } from '../../support/rest'

/** The outbox holds links that open every account: it is read where it belongs, and nothing beside it. */
let folder: string
let payload: Payload
let test: TestPayload

beforeAll(async () => {
  test = await createTestPayload()
  ;({ payload } = test)
})
afterAll(() => test.close())
beforeEach(async () => {
  folder = path.join(await mkdtemp(path.join(os.tmpdir(), 'outbox-')), 'mails')
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(path.dirname(folder), { recursive: true })
})

const password = 'umbrella turnip cathedral 42'

const send = (subject: string) =>
  outboxAdapter({ defaultFromAddress: 'a@example.com', defaultFromName: 'A', folder })({
    payload,
  }).sendEmail({ html: '<p>Hello</p>', subject, text: 'Hello', to: 'to@example.com' })

describe('the adapter', () => {
  it('writes whole files only, each under a name that cannot be guessed, readable for its owner', async () => {
    const sent = await Promise.all(
      Array.from({ length: 20 }, (_, index) => send(`Mail ${index}`) as Promise<{ id: string }>),
    )
    const names = await readdir(folder)
    expect(names.sort()).toEqual(sent.map(({ id }) => `${id}.json`).sort())
    for (const name of names) {
      expect(name).toMatch(/^\d{8}T\d{9}Z-[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}\.json$/)
      const mail = JSON.parse(await readFile(path.join(folder, name), 'utf8')) as OutboxMail
      expect(mail).toMatchObject({ html: '<p>Hello</p>', text: 'Hello', to: 'to@example.com' })
    }
  })
})

describe('the list', () => {
  it('has the newest fifty, the last one first', async () => {
    for (let index = 0; index < 55; index += 1) {
      const id = `20260101T0000${String(index).padStart(2, '0')}000Z-x`
      await keep(`${id}.json`, mailOf(`Mail ${index}`))
    }
    const mails = await listMails(folder)
    expect(mails).toHaveLength(50)
    expect([mails[0]?.subject, mails[49]?.subject]).toEqual(['Mail 54', 'Mail 5'])
  })

  it('leaves out broken files, unfinished ones and whatever else lies there', async () => {
    await keep('2026-good.json', mailOf('Good'))
    await keep('2026-broken.json', '{"html":')
    await keep('2026-other.json', '{"html":1}')
    await keep('2026-null.json', 'null')
    await keep('2026-half.json.part', mailOf('Half'))
    await keep('.hidden.json', mailOf('Hidden'))
    await keep('with space.json', mailOf('Space'))
    expect((await listMails(folder)).map(({ subject }) => subject)).toEqual(['Good'])
  })

  it('is empty while there is no folder', async () => {
    expect(await listMails(folder)).toEqual([])
  })
})

describe('a mail', () => {
  it('is found by its id, and nothing outside the folder by any', async () => {
    await keep('2026-good.json', mailOf('Good'))
    await writeFile(path.join(folder, '..', 'secret.json'), mailOf('Secret'))
    expect(await readMail(folder, '2026-good')).toMatchObject({ id: '2026-good', subject: 'Good' })
    for (const id of [
      '../secret',
      '..\\secret',
      '..%2fsecret',
      './2026-good',
      path.join(folder, '../secret'),
      '2026-good.json',
      '2026-good\0',
      '2026-good\n',
      '',
      '.',
      'x'.repeat(10_000),
      'missing',
      ['2026-good'],
      { id: '2026-good' },
      null,
      undefined,
    ]) {
      expect(await readMail(folder, id), JSON.stringify(id)).toBeNull()
    }
  })

  it('is shown without scripts, forms or the site it stands on', async () => {
    const response = mailHtmlResponse({ ...JSON.parse(mailOf('x')), id: 'x' } as OutboxMail)
    const policy = response.headers.get('Content-Security-Policy')?.split('; ')
    expect(policy).toEqual(expect.arrayContaining(["default-src 'none'", 'sandbox']))
    expect(policy?.join()).not.toMatch(/script|allow-/)
  })
})

describe('who may read it', () => {
  const ask = (token?: string) =>
    outboxFolder(payload, new Headers(token ? { Authorization: `JWT ${token}` } : {}))

  it('is administrators in production: not customers, not nobody', async () => {
    vi.stubEnv('MAIL_OUTBOX', folder)
    vi.stubEnv('SMTP_URL', '')
    const admin = { email: 'admin@example.com', password }
    const customer = { email: 'customer@example.com', password }
    await payload.create({ collection: 'users', data: admin })
    await payload.create({ collection: 'customers', data: { ...customer, name: 'Casey' } })
    const tokens = {
      admin: await tokenOf(payload, 'users', admin),
      customer: await tokenOf(payload, 'customers', customer),
    }
    vi.stubEnv('NODE_ENV', 'production')
    expect(await ask(tokens.admin)).toBe(folder)
    expect(await ask(tokens.customer)).toBeNull()
    expect(await ask()).toBeNull()
    expect(await ask('forged')).toBeNull()
    vi.stubEnv('NODE_ENV', 'development')
    expect(await ask()).toBe(folder)
    // What is sent by a mail server leaves nothing to read, whatever lies in the folder.
    vi.stubEnv('SMTP_URL', 'smtp://localhost')
    expect(await ask(tokens.admin)).toBeNull()
    vi.stubEnv('SMTP_URL', '')
    vi.stubEnv('MAIL_OUTBOX', '')
    expect(await ask(tokens.admin)).toBeNull()
  })
})

describe('the notice to administrators', () => {
  it('counts mails that wait without a mail server, and those given up', async () => {
    for (const status of ['queued', 'queued', 'failed', 'sent', 'skipped']) {
      await payload.db.create({
        collection: 'mails',
        data: { attempts: 0, status, template: 'resetPassword', to: 'to@example.com' },
      })
    }
    const db = (payload.db as unknown as { drizzle: Queryable }).drizzle
    const counts = await countMails(db)
    const failed = '1 mail could not be delivered.'
    expect(mailProblems(counts, 'none')).toEqual({
      failed,
      waiting: '2 mails wait because SMTP_URL is not set.',
    })
    // With a server, those that wait are merely next.
    expect(mailProblems(counts, 'smtp')).toEqual({ failed, waiting: null })
    expect(mailProblems({ failed: 0, queued: 0 }, 'none')).toEqual({ failed: null, waiting: null })
  })
})

async function keep(name: string, content: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await writeFile(path.join(folder, name), content)
}

const mailOf = (subject: string) =>
  JSON.stringify({
    date: '2026-01-01T00:00:00.000Z',
    html: '<p>Hello</p>',
    id: 'of the file',
    subject,
    text: 'Hello',
    to: 'to@example.com',
  })
