import { sql } from '@payloadcms/db-postgres/drizzle'
import bcrypt from 'bcryptjs'
import type { Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { resetPassword } from '../../../src/accounts/reset/resetPassword'
import { disableAccount } from '../../../src/accounts/admin/disableAccount'
import { issueToken } from '../../../src/accounts/tokens/issueToken'
import { createTestPayload, type TestPayload } from '../../support/payload'
import { type Accounts, accountsOf, freshIp, password } from '../accounts/support/accounts'
import { type MailServer, startMailServer } from '../emails/support/mailServer'
import { csv, type Imports, importsOf } from './support/imports'

/** How imported customers get in: with the password that they had elsewhere, once, or by an invitation, once. */
let accounts: Accounts
let imports: Imports
let payload: Payload
let server: MailServer
let test: TestPayload

const old = 'old pass'
const trusted = { trustsAddresses: true, trustsHashes: true }

beforeAll(async () => {
  server = await startMailServer()
  Object.assign(process.env, { SMTP_URL: `smtp://127.0.0.1:${server.port}` })
  test = await createTestPayload()
  ;({ payload } = test)
  accounts = accountsOf(payload)
  imports = await importsOf(test)
})
afterAll(async () => {
  await test.close()
  await server.close()
})
beforeEach(async () => {
  server.mails.length = 0
  for (const collection of ['customers', 'mails'] as const) {
    await payload.delete({ collection, where: { id: { exists: true } } })
  }
  const db = await accounts.db()
  await db.execute(sql`delete from payload_jobs`)
})

const email = 'ada@example.com'

async function importAda(prefix = '$2y$', cost = 4): Promise<string> {
  const hash = (await bcrypt.hash(old, cost)).replace(/^\$2[aby]\$/, prefix)
  await imports.run(csv('name,email,password', `Ada,${email},${hash}`), { options: trusted })
  return (await row()).id as string
}

async function row(): Promise<Record<string, unknown>> {
  const db = await accounts.db()
  const { rows } = await db.execute(sql`select * from customers where email = ${email}`)
  return rows[0] as Record<string, unknown>
}

describe('an imported hash', () => {
  it.each(['$2y$', '$2a$', '$2b$'])(
    'of the form %s opens the account once and is then ours',
    async (prefix) => {
      await importAda(prefix)
      expect(await row()).toMatchObject({
        hash: null,
        imported_hash: expect.stringContaining(prefix) as string,
      })
      expect(await accounts.logIn({ email, password: old })).toMatchObject({ outcome: 'signedIn' })
      const renewed = await row()
      expect(renewed).toMatchObject({
        hash: expect.stringMatching(/^pbkdf2-sha256-v1:/) as string,
        imported_hash: null,
      })
      expect(await accounts.logIn({ email, password: old })).toMatchObject({ outcome: 'signedIn' })
      expect((await row()).hash).toBe(renewed.hash)
    },
  )

  it('lets a wrong password in neither before nor after, and counts it', async () => {
    await importAda()
    const ip = freshIp()
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const { outcome } = await accounts.logIn({ email, password: 'wrong' }, { ip })
      expect(outcome).toBe('refused')
    }
    expect((await row()).imported_hash).not.toBeNull()
    expect(await accounts.logIn({ email, password: old }, { ip })).toEqual({ outcome: 'refused' })
    expect(await accounts.logIn({ email, password: old })).toMatchObject({ outcome: 'signedIn' })
    expect(await accounts.logIn({ email, password: 'wrong' })).toEqual({ outcome: 'refused' })
  })

  it('gives every one of several first logins a session', async () => {
    await importAda()
    const logins = await Promise.all(
      [1, 2, 3, 4].map(() => accounts.logIn({ email, password: old })),
    )
    expect(logins.map(({ outcome }) => outcome)).toEqual(Array(4).fill('signedIn'))
    expect((await row()).imported_hash).toBeNull()
  })

  it('opens no account that is disabled, or whose address nobody confirmed', async () => {
    const hash = await bcrypt.hash(old, 4)
    await imports.run(csv('name,email,password', `Ada,${email},${hash}`), {
      options: { trustsHashes: true },
    })
    expect(await accounts.logIn({ email, password: old })).toEqual({ outcome: 'unconfirmed' })
    await disableAccount(await accounts.request(), (await row()).id)
    expect(await accounts.logIn({ email, password: old })).toEqual({ outcome: 'disabled' })
  })

  it('is worth nothing after a reset by mail', async () => {
    const customer = await importAda()
    const token = await issueToken(payload, { customer, email, purpose: 'resetPassword' })
    expect(await resetPassword(await accounts.request(), { password, token })).toEqual({
      outcome: 'reset',
    })
    expect((await row()).imported_hash).toBeNull()
    expect(await accounts.logIn({ email, password: old })).toEqual({ outcome: 'refused' })
    expect(await accounts.logIn({ email })).toMatchObject({ outcome: 'signedIn' })
  })

  it('is worth nothing after an administrator set a password', async () => {
    const id = await importAda()
    await payload.update({ collection: 'customers', data: { password }, id })
    expect((await row()).imported_hash).toBeNull()
    expect(await accounts.logIn({ email, password: old })).toEqual({ outcome: 'refused' })
  })

  it('is never read: not by its customer, not by an administrator, in no list, filter or export', async () => {
    await importAda()
    const answers = [
      await imports.call('GET', '/customers?depth=1'),
      await imports.call('GET', `/customers/${(await row()).id as string}`),
      await imports.call('GET', '/exports/customers?format=json').catch(() => ({ body: {} })),
    ]
    expect(JSON.stringify(answers)).not.toContain('$2y$')
    for (const query of ['where[importedHash][like]=a', 'sort=importedHash']) {
      expect((await imports.call('GET', `/customers?${query}`)).status).toBe(400)
    }
    const patched = await imports.call('PATCH', `/customers/${(await row()).id as string}`, {
      body: { importedHash: 'changed' },
    })
    expect(patched.status).toBe(200)
    expect((await row()).imported_hash).not.toBe('changed')
  })

  it('takes a wrong password no longer to be refused than for anybody else', async () => {
    await importAda('$2y$', 12)
    const other = await accounts.createCustomer()
    const timed = async (address: string) => {
      const started = performance.now()
      await accounts.logIn({ email: address, password: 'wrong' })
      return performance.now() - started
    }
    const times = [await timed(email), await timed(other.email), await timed('nobody@example.com')]
    expect(Math.min(...times)).toBeGreaterThanOrEqual(600)
  })
})

describe('an invitation', () => {
  const file = csv('name,email,language', `Ada,${email},de`, 'Bob,bob@example.com,')
  const invited = { invites: true }
  const sendAll = () => payload.jobs.run({ limit: 100, queue: 'mail', silent: true })
  const tokenIn = (text = '') => /invitation\?token=([\w-]+)/.exec(text)?.[1]

  async function invite(): Promise<string> {
    await imports.run(file, { options: invited })
    await sendAll()
    const mail = server.mails.find(({ subject }) => subject?.startsWith('Ihr Konto'))
    return tokenIn(mail?.text) ?? ''
  }

  it('goes to everybody without a password, once, in their language', async () => {
    await imports.run(file, { options: invited })
    await imports.run(file, { mode: 'upsert', options: invited })
    await sendAll()
    await sendAll()
    expect(server.mails.map(({ subject }) => subject).sort()).toEqual([
      'Ihr Konto bei License Manager',
      'Your account with License Manager',
    ])
  })

  it('goes to nobody unless the administrator wants it, in a dry run, or with a hash', async () => {
    await imports.run(file)
    await payload.delete({ collection: 'customers', where: { id: { exists: true } } })
    await imports.check(file, { options: invited })
    const hash = await bcrypt.hash(old, 4)
    await imports.run(csv('name,email,password', `Ada,${email},${hash}`), {
      options: { ...invited, trustsHashes: true },
    })
    expect((await payload.count({ collection: 'mails' })).totalDocs).toBe(0)
  })

  it('lets its reader choose a password, once, and confirms the address by that', async () => {
    const token = await invite()
    const choose = async () =>
      resetPassword(await accounts.request(), { password, purpose: 'invitation', token })
    const outcomes = await Promise.all(Array.from({ length: 5 }, choose))
    expect(outcomes.filter(({ outcome }) => outcome === 'reset')).toHaveLength(1)
    expect((await row()).confirmed_at).not.toBeNull()
    expect(await accounts.logIn({ email })).toMatchObject({ outcome: 'signedIn' })
    const { docs } = await payload.find({
      collection: 'mails',
      where: { template: { equals: 'passwordChanged' } },
    })
    expect(docs).toEqual([])
  })

  it('is no reset and takes no weak password', async () => {
    const token = await invite()
    const req = () => accounts.request()
    expect(await resetPassword(await req(), { password, token })).toEqual({ outcome: 'gone' })
    const weak = { password: 'short', purpose: 'invitation', token } as const
    expect(await resetPassword(await req(), weak)).toMatchObject({ outcome: 'invalid' })
    expect((await row()).hash).toBeNull()
  })

  it('is void once the account is disabled, has another address, or a password', async () => {
    const token = await invite()
    const choose = async () =>
      resetPassword(await accounts.request(), { password, purpose: 'invitation', token })
    const { id } = await row()
    await payload.update({
      collection: 'customers',
      data: { email: 'new@example.com' },
      id: id as string,
    })
    expect(await choose()).toEqual({ outcome: 'gone' })
    await payload.update({ collection: 'customers', data: { email }, id: id as string })
    await disableAccount(await accounts.request(), id)
    expect(await choose()).toEqual({ outcome: 'gone' })
  })

  it('is not sent any more where there is a password by then', async () => {
    await imports.run(file, { options: invited })
    const { id } = await row()
    await payload.update({ collection: 'customers', data: { password }, id: id as string })
    await sendAll()
    const subjects = server.mails.map(({ subject }) => subject)
    expect(subjects).toContain('Your account with License Manager')
    expect(subjects.filter((subject) => subject?.startsWith('Ihr Konto'))).toEqual([])
    const { docs } = await payload.find({
      collection: 'mails',
      where: { status: { equals: 'skipped' } },
    })
    expect(docs).toMatchObject([{ template: 'invitation', to: email }])
  })
})
