import bcrypt from 'bcryptjs'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { disableAccount } from '../../../src/accounts/admin/disableAccount'
import { resetPassword } from '../../../src/accounts/reset/resetPassword'
import { password } from '../accounts/support/accounts'
import { type MailServer, startMailServer } from '../emails/support/mailServer'
import { type AdasDesk, email, old, openAdasDesk } from './support/ada'
import { csv } from './support/imports'

/** How imported customers get in by an invitation, once. */
let accounts: AdasDesk['accounts']
let desk: AdasDesk
let imports: AdasDesk['imports']
let payload: AdasDesk['payload']
let row: AdasDesk['row']
let server: MailServer

beforeAll(async () => {
  server = await startMailServer()
  Object.assign(process.env, { SMTP_URL: `smtp://127.0.0.1:${server.port}` })
  desk = await openAdasDesk()
  ;({ accounts, imports, payload, row } = desk)
})
afterAll(async () => {
  await desk.close()
  await server.close()
})
beforeEach(async () => {
  server.mails.length = 0
  await desk.begin()
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
