import bcrypt from 'bcryptjs'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { disableAccount } from '../../../src/accounts/admin/disableAccount'
import { resetPassword } from '../../../src/accounts/reset/resetPassword'
import { issueToken } from '../../../src/accounts/tokens/issueToken'
import { freshIp, password } from '../accounts/support/accounts'
import { type AdasDesk, email, old, openAdasDesk } from './support/ada'
import { csv } from './support/imports'

/** How imported customers get in with the password that they had elsewhere, once. */
let accounts: AdasDesk['accounts']
let desk: AdasDesk
let imports: AdasDesk['imports']
let payload: AdasDesk['payload']
let row: AdasDesk['row']

beforeAll(async () => {
  desk = await openAdasDesk()
  ;({ accounts, imports, payload, row } = desk)
})
afterAll(() => desk.close())
beforeEach(() => desk.begin())

const trusted = { trustsAddresses: true, trustsHashes: true }

async function importAda(prefix = '$2y$', cost = 4): Promise<string> {
  const hash = (await bcrypt.hash(old, cost)).replace(/^\$2[aby]\$/, prefix)
  await imports.run(csv('name,email,password', `Ada,${email},${hash}`), { options: trusted })
  return (await row()).id as string
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
