import { setTimeout } from 'node:timers/promises'

import { sql } from '@payloadcms/db-postgres/drizzle'
import { TOTP } from 'otpauth'
import { commitTransaction, initTransaction } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { transactionOf } from '../../../collections/transaction'
import { begin, findReady } from '../../../plugins/social-login'
import { toSetCookie } from '../../../plugins/social-login/flow/attempt'
import { completeSecondFactor } from '../../../src/accounts/login/completeSecondFactor'
import { removePasskey } from '../../../src/accounts/passkeys/removePasskey'
import { insertPasskey } from '../../../src/accounts/passkeys/repository'
import type { SignedInCustomer } from '../../../src/accounts/sessions/findSignedIn'
import { unlinkIdentity } from '../../../src/accounts/social/unlinkIdentity'
import { confirmTotp, startTotp } from '../../../src/accounts/totp/setUpTotp'
import type { Person } from '../../support/providers/people'
import { password } from '../accounts/support/accounts'
import { parseSetCookie } from './support/setCookie'
import { type Browser, noticeIn, type Social, startSocial } from './support/social'

/** Connecting accounts in the settings, the second factor, and the last way in. */
let social: Social

beforeAll(async () => {
  social = await startSocial()
})
afterAll(() => social.close())

let created = 0

function newPerson(person: Partial<Person> = {}): Person {
  created += 1
  return {
    email: `link-${created}-${Date.now()}@example.com`,
    isVerified: true,
    name: 'Robin Example',
    subject: String(3000 + created),
    ...person,
  }
}

type Signed = SignedInCustomer & { token: string }

/** Begins what the settings begin after the password, in a browser with the customer's session. */
async function beginLink(
  browser: Browser,
  customer: Signed,
  provider: string,
  kind: 'link' | 'use' = 'link',
): Promise<URL> {
  browser.cookies.set('lm-portal', customer.token)
  const req = await social.accounts.request()
  const ready = await findReady(req, provider)
  if (!ready) throw new Error(`${provider} is not on.`)
  const redirect = '/customer/settings/connected'
  const { cookie, url } = await begin(req, {
    intent: { account: customer.id, kind },
    ready,
    redirect,
  })
  const { name, value } = parseSetCookie(toSetCookie(req, cookie))
  browser.cookies.set(name, value)
  return new URL(url)
}

const signedIn = async (): Promise<Signed> =>
  social.accounts.signIn((await social.accounts.createCustomer()).email)

async function link(customer: Signed, person: Person, provider: string): Promise<null | string> {
  const browser = social.browser(person)
  const page = await browser.comeBack(
    await browser.allow(await beginLink(browser, customer, provider)),
  )
  expect(page).toMatch(/^\/customer\/settings\/connected\?/)
  return noticeIn(page)
}

const unlink = async (customer: Signed, id: string, withPassword = password) =>
  unlinkIdentity(await social.accounts.request(), customer, {
    id,
    labelOf: (provider) => provider,
    password: withPassword,
  })

describe('connecting', () => {
  it.each(['envato', 'facebook', 'github', 'google'])(
    '%s: links whatever address it has, tells by mail, and opens the account from then on',
    async (provider) => {
      const customer = await signedIn()
      const person = newPerson({ isVerified: false })
      expect(await link(customer, person, provider)).toBe('linked')
      expect(await link(customer, person, provider)).toBe('alreadyLinked')
      expect(await social.identitiesOf(customer.id)).toHaveLength(1)
      const browser = social.browser(person)
      expect(await browser.signIn(provider)).toBe('/customer/dashboard')
      expect((await social.accounts.whoIs(browser.cookies.get('lm-portal') ?? ''))?.id).toBe(
        customer.id,
      )
      const { docs } = await social.payload.find({
        collection: 'mails',
        where: { customer: { equals: customer.id }, template: { equals: 'securityChanged' } },
      })
      expect(docs).toHaveLength(1)
    },
  )

  it("refuses what is another customer's, and leaves it there", async () => {
    const [one, other] = [await signedIn(), await signedIn()]
    const person = newPerson()
    expect(await link(one, person, 'github')).toBe('linked')
    expect(await link(other, person, 'github')).toBe('identityTaken')
    expect(await social.identitiesOf(one.id)).toHaveLength(1)
    expect(await social.identitiesOf(other.id)).toHaveLength(0)
  })

  it('needs the session of whoever began: nobody, or another customer, gets nothing', async () => {
    const [one, other] = [await signedIn(), await signedIn()]
    for (const token of ['', other.token]) {
      const browser = social.browser(newPerson())
      const callback = await browser.allow(await beginLink(browser, one, 'github'))
      browser.cookies.set('lm-portal', token)
      expect(noticeIn(await browser.comeBack(callback))).toBe('expired')
    }
    expect(await social.identitiesOf(one.id)).toEqual([])
    expect(await social.identitiesOf(other.id)).toEqual([])
  })

  it('of one identity to eight customers at the same time: one gets it', async () => {
    const person = newPerson()
    const customers = []
    for (let count = 0; count < 8; count += 1) customers.push(await signedIn())
    const notices = await Promise.all(customers.map((each) => link(each, person, 'google')))
    expect(notices.filter((notice) => notice === 'linked')).toHaveLength(1)
    expect(notices.filter((notice) => notice === 'identityTaken')).toHaveLength(7)
  })

  it('using one that is not connected connects nothing', async () => {
    const customer = await signedIn()
    const browser = social.browser(newPerson())
    const at = await beginLink(browser, customer, 'envato', 'use')
    expect(noticeIn(await browser.comeBack(await browser.allow(at)))).toBe('notLinked')
    expect(await social.identitiesOf(customer.id)).toEqual([])
  })
})

describe('a first sign-in of one person in eight tabs at the same time', () => {
  it('makes one account', async () => {
    const person = newPerson()
    const pages = await Promise.all(
      Array.from({ length: 8 }, () => social.browser(person).signIn('google')),
    )
    expect(new Set(pages)).toEqual(new Set(['/customer/dashboard']))
    const { docs } = await social.payload.find({
      collection: 'customers',
      where: { email: { equals: person.email ?? '' } },
    })
    expect(docs).toHaveLength(1)
    expect(await social.identitiesOf(docs[0]?.id ?? '')).toHaveLength(1)
  })
})

describe('disconnecting', () => {
  it('asks for the password, tells by mail, and the identity opens nothing any more', async () => {
    const customer = await signedIn()
    const person = newPerson()
    await link(customer, person, 'github')
    const [identity] = await social.identitiesOf(customer.id)
    expect(await unlink(customer, identity?.id ?? '', 'wrong')).toEqual({ error: 'passwordWrong' })
    expect(await unlink(customer, identity?.id ?? '')).toBe('unlinked')
    expect(await social.identitiesOf(customer.id)).toEqual([])
    const browser = social.browser(person)
    await browser.signIn('github')
    expect((await social.accounts.whoIs(browser.cookies.get('lm-portal') ?? ''))?.id).not.toBe(
      customer.id,
    )
  })

  it("does not find another customer's", async () => {
    const [one, other] = [await signedIn(), await signedIn()]
    await link(one, newPerson(), 'github')
    const [identity] = await social.identitiesOf(one.id)
    expect(await unlink(other, identity?.id ?? '')).toBe('gone')
    expect(await unlink(other, 'no id at all')).toBe('gone')
    expect(await social.identitiesOf(one.id)).toHaveLength(1)
  })
})

describe('the last way to sign in', () => {
  async function withoutPassword(providers: string[]): Promise<Signed> {
    const [first = 'google', ...more] = providers
    const person = newPerson()
    const browser = social.browser(person)
    await browser.signIn(first)
    const token = browser.cookies.get('lm-portal') ?? ''
    const customer = await social.accounts.whoIs(token)
    if (!customer) throw new Error('Nobody is signed in.')
    for (const provider of more) await link({ ...customer, token }, newPerson(), provider)
    return { ...customer, token }
  }

  it('cannot be disconnected', async () => {
    const customer = await withoutPassword(['google'])
    const [identity] = await social.identitiesOf(customer.id)
    expect(await unlink(customer, identity?.id ?? '')).toEqual({ error: 'lastWay' })
    expect(await social.identitiesOf(customer.id)).toHaveLength(1)
  })

  it('of two that are disconnected at the same time, one stays', async () => {
    const customer = await withoutPassword(['google', 'github'])
    const identities = await social.identitiesOf(customer.id)
    expect(identities).toHaveLength(2)
    // The account is held until both have come as far as they get: without a lock they would both see two ways.
    const holder = await social.accounts.request()
    await initTransaction(holder)
    const db = await transactionOf(holder)
    await db.execute(sql`select id from customers where id = ${customer.id} for update`)
    const both = identities.map(({ id }) => unlink(customer, id))
    await setTimeout(700)
    await commitTransaction(holder)
    const results = await Promise.all(both)
    expect(results).toContainEqual({ error: 'lastWay' })
    expect(results).toContain('unlinked')
    expect(await social.identitiesOf(customer.id)).toHaveLength(1)
  })

  it('is none that cannot be used: the provider is not on', async () => {
    const customer = await withoutPassword(['google', 'github'])
    await social.payload.db.updateOne({
      collection: 'identities',
      data: { provider: 'gone' },
      where: { account: { equals: customer.id }, provider: { equals: 'github' } },
    })
    const identities = await social.identitiesOf(customer.id)
    const google = identities.find(({ provider }) => provider === 'google')
    expect(await unlink(customer, google?.id ?? '')).toEqual({ error: 'lastWay' })
  })

  it('as a passkey cannot be removed', async () => {
    const customer = await withoutPassword(['google'])
    const passkey = { counter: 0, credentialId: `last-${created}`, isBackedUp: false, name: 'Key' }
    await insertPasskey(await social.accounts.db(), {
      ...passkey,
      customer: customer.id,
      publicKey: 'key',
      transports: [],
    })
    const [identity] = await social.identitiesOf(customer.id)
    expect(await unlink(customer, identity?.id ?? '')).toBe('unlinked')
    const { docs } = await social.payload.find({
      collection: 'passkeys',
      where: { customer: { equals: customer.id } },
    })
    const request = { id: docs[0]?.id ?? '', password: '' }
    expect(await removePasskey(await social.accounts.request(), customer, request)).toEqual({
      error: 'lastWay',
    })
  })
})

describe('an authenticator app', () => {
  async function withTotp(): Promise<{ customer: Signed; totp: TOTP }> {
    const customer = await signedIn()
    const setup = await startTotp(await social.accounts.request(), customer, password)
    if ('error' in setup) throw new Error(setup.error)
    const totp = new TOTP({ secret: setup.secret })
    const confirmed = { code: totp.generate(), token: setup.token }
    await confirmTotp(await social.accounts.request(), customer, confirmed)
    return { customer, totp }
  }

  it('is asked for after the other account, which is connected only when it was right', async () => {
    const { customer, totp } = await withTotp()
    const browser = social.browser(newPerson({ email: customer.email }))
    expect(await browser.signIn('google', '?redirect=/customer/settings')).toBe(
      '/customer/login/verify?redirect=%2Fcustomer%2Fsettings',
    )
    expect(browser.cookies.has('lm-portal')).toBe(false)
    expect(await social.identitiesOf(customer.id)).toEqual([])

    const token = browser.cookies.get('lm-second-factor') ?? ''
    const enter = async (code: string) =>
      completeSecondFactor(await social.accounts.request(), { code, deviceToken: null, token })
    expect((await enter('000000')).outcome).toBe('wrong')
    expect(await social.identitiesOf(customer.id)).toEqual([])
    const result = await enter(totp.generate({ timestamp: Date.now() + 30_000 }))
    expect(result.outcome).toBe('signedIn')
    expect(await social.identitiesOf(customer.id)).toMatchObject([{ provider: 'google' }])
    const { docs } = await social.payload.find({
      collection: 'customer-sessions',
      where: { customer: { equals: customer.id }, method: { equals: 'social' } },
    })
    expect(docs).toHaveLength(1)
  })

  it('is asked for each time', async () => {
    const { customer } = await withTotp()
    const person = newPerson()
    await link(customer, person, 'github')
    const browser = social.browser(person)
    expect(await browser.signIn('github')).toMatch(/^\/customer\/login\/verify/)
    expect(browser.cookies.has('lm-portal')).toBe(false)
  })
})

it('connected accounts go with the customer', async () => {
  const customer = await signedIn()
  await link(customer, newPerson(), 'github')
  await social.payload.delete({ collection: 'customers', id: customer.id })
  expect(await social.identitiesOf(customer.id)).toEqual([])
})
