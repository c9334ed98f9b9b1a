import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { finishPasskey, startPasskey } from '../../../src/accounts/passkeys/addPasskey'
import {
  logInWithPasskey,
  startPasskeyLogin,
} from '../../../src/accounts/passkeys/logInWithPasskey'
import { removePasskey } from '../../../src/accounts/passkeys/removePasskey'
import { findPasskeys } from '../../../src/accounts/passkeys/repository'
import type { SignedInCustomer } from '../../../src/accounts/sessions/findSignedIn'
import { createTestPayload, type TestPayload } from '../../support/payload'
import { type Accounts, accountsOf, password } from './support/accounts'
import { type Deviation, SoftwarePasskey } from './support/authenticator'

/** Passkeys: what a lying device, a copied key, a replay and another site are worth. */
let accounts: Accounts
let payload: Payload
let test: TestPayload

beforeAll(async () => {
  test = await createTestPayload()
  ;({ payload } = test)
  accounts = accountsOf(payload)
})
afterAll(() => test.close())

async function newCustomer(): Promise<SignedInCustomer> {
  return accounts.signIn((await accounts.createCustomer()).email)
}

async function registrationChallenge(customer: SignedInCustomer): Promise<string> {
  const started = await startPasskey(await accounts.request(), customer, password)
  if ('error' in started) throw new Error(started.error)
  return started.options.challenge
}

const finish = async (customer: SignedInCustomer, response: unknown) =>
  finishPasskey(await accounts.request(), customer, { name: 'Key', response })

async function withPasskey(): Promise<{ customer: SignedInCustomer; key: SoftwarePasskey }> {
  const customer = await newCustomer()
  const key = new SoftwarePasskey()
  const response = key.register(await registrationChallenge(customer))
  expect(await finish(customer, response)).toBe('added')
  return { customer, key }
}

async function loginChallenge(): Promise<string> {
  const options = await startPasskeyLogin(await accounts.request())
  return options?.challenge ?? ''
}

const logIn = async (response: unknown) =>
  logInWithPasskey(await accounts.request(), {
    deviceToken: 'device',
    isRemembered: false,
    response,
  })

const lies: [string, Deviation][] = [
  ['another site', { origin: 'https://evil.example' }],
  ['another relying party', { rpId: 'evil.example' }],
  ['a device that asked for no finger, face or PIN', { isUserVerified: false }],
]

describe('adding', () => {
  it('needs the password', async () => {
    const customer = await newCustomer()
    expect(await startPasskey(await accounts.request(), customer, 'wrong')).toEqual({
      error: 'passwordWrong',
    })
  })

  it.each(lies)('is refused to %s', async (_who, lie) => {
    const customer = await newCustomer()
    const challenge = await registrationChallenge(customer)
    expect(await finish(customer, new SoftwarePasskey().register(challenge, lie))).toBe('failed')
    expect(await findPasskeys(await accounts.db(), customer.id)).toEqual([])
  })

  it('takes a challenge once, and no challenge of somebody else or of a login', async () => {
    const [customer, other] = [await newCustomer(), await newCustomer()]
    const challenge = await registrationChallenge(customer)
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => finish(customer, new SoftwarePasskey().register(challenge))),
    )
    expect(answers.filter((answer) => answer === 'added')).toHaveLength(1)
    const foreign = [await registrationChallenge(customer), await loginChallenge(), 'x'.repeat(43)]
    for (const one of foreign) {
      expect(await finish(other, new SoftwarePasskey().register(one))).toBe('failed')
    }
  })

  it('does not take over a passkey that somebody else has', async () => {
    const { customer, key } = await withPasskey()
    const other = await newCustomer()
    expect(await finish(other, key.register(await registrationChallenge(other)))).toBe('failed')
    expect(await findPasskeys(await accounts.db(), customer.id)).toHaveLength(1)
  })

  it('tells the customer by mail', async () => {
    const { customer } = await withPasskey()
    const { docs } = await payload.find({
      collection: 'mails',
      where: { customer: { equals: customer.id }, template: { equals: 'securityChanged' } },
    })
    expect(docs).toHaveLength(1)
  })
})

describe('signing in', () => {
  it('opens a session of the passkey’s customer, without a second factor', async () => {
    const { customer, key } = await withPasskey()
    const session = await logIn(key.assert(await loginChallenge()))
    expect(await accounts.whoIs(session?.token ?? '')).toMatchObject({ id: customer.id })
  })

  it.each(lies)('is refused to %s', async (_who, lie) => {
    const { key } = await withPasskey()
    expect(await logIn(key.assert(await loginChallenge(), lie))).toBeNull()
  })

  it('takes a replayed answer once, also ten at the same time', async () => {
    const { key } = await withPasskey()
    const response = key.assert(await loginChallenge())
    const sessions = await Promise.all(Array.from({ length: 10 }, () => logIn(response)))
    expect(sessions.filter(Boolean)).toHaveLength(1)
    expect(await logIn(response)).toBeNull()
  })

  it('is refused to a copy of the key, whose counter is behind', async () => {
    const { key } = await withPasskey()
    key.counter = 7
    expect(await logIn(key.assert(await loginChallenge()))).not.toBeNull()
    for (const counter of [0, 6, 7]) {
      expect(await logIn(key.assert(await loginChallenge(), { counter }))).toBeNull()
    }
    expect(await logIn(key.assert(await loginChallenge(), { counter: 8 }))).not.toBeNull()
  })

  it('is refused with another key under the same id, and with a challenge made elsewhere', async () => {
    const { customer, key } = await withPasskey()
    const forged = { ...new SoftwarePasskey().assert(await loginChallenge()), id: key.id }
    expect(await logIn({ ...forged, rawId: key.id })).toBeNull()
    expect(await logIn(key.assert('A'.repeat(43)))).toBeNull()
    expect(await logIn(key.assert(await registrationChallenge(customer)))).toBeNull()
  })

  it('is refused to a disabled account, an unconfirmed one, and after five minutes', async () => {
    const { customer, key } = await withPasskey()
    const update = (data: object) =>
      payload.update({ collection: 'customers', data, id: customer.id })
    await update({ disabledAt: new Date().toISOString() })
    expect(await logIn(key.assert(await loginChallenge()))).toBeNull()
    await update({ confirmedAt: null, disabledAt: null })
    expect(await logIn(key.assert(await loginChallenge()))).toBeNull()
    await update({ confirmedAt: new Date().toISOString() })
    const challenge = await loginChallenge()
    const db = await accounts.db()
    await db.execute(sql`
      update account_tokens set expires_at = now() - interval '1 second'
      where purpose = 'passkeyLogin'`)
    expect(await logIn(key.assert(challenge))).toBeNull()
    expect(await logIn(key.assert(await loginChallenge()))).not.toBeNull()
  })

  it.each([undefined, null, 'x', 7, {}, [], { id: 'x' }, { id: 'x'.repeat(5000) }, { id: {} }])(
    'is refused with %j',
    async (response) => {
      expect(await logIn(response)).toBeNull()
    },
  )

  it('leaves a login event, good or bad', async () => {
    const { customer, key } = await withPasskey()
    await logIn(key.assert(await loginChallenge()))
    await logIn(key.assert('A'.repeat(43)))
    const { docs } = await payload.find({
      collection: 'login-events',
      sort: 'createdAt',
      where: { customer: { equals: customer.id }, method: { equals: 'passkey' } },
    })
    expect(docs.map(({ outcome }) => outcome)).toEqual(['success', 'passkeyFailed'])
  })
})

describe('removing', () => {
  it('needs the password, finds no other customer’s, and the key opens nothing any more', async () => {
    const { customer, key } = await withPasskey()
    const other = await newCustomer()
    const [row] = await findPasskeys(await accounts.db(), customer.id)
    const id = row?.id ?? ''
    const remove = async (who: SignedInCustomer, given: string) =>
      removePasskey(await accounts.request(), who, { id, password: given })
    expect(await remove(customer, 'wrong')).toEqual({ error: 'passwordWrong' })
    expect(await remove(other, password)).toBe('gone')
    expect(await remove(customer, password)).toBe('removed')
    expect(await logIn(key.assert(await loginChallenge()))).toBeNull()
  })
})
