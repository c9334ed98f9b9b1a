import { setTimeout } from 'node:timers/promises'

import { sql } from '@payloadcms/db-postgres/drizzle'
import { commitTransaction, initTransaction } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { transactionOf } from '../../../collections/transaction'
import { removePasskey } from '../../../src/accounts/passkeys/removePasskey'
import { insertPasskey } from '../../../src/accounts/passkeys/repository'
import { type Linking, linkingOf, type Signed } from './support/linking'
import { newPerson } from './support/people'
import { type Social, startSocial } from './support/social'

/** Disconnecting accounts in the settings, and the last way in. */
let link: Linking['link']
let signedIn: Linking['signedIn']
let social: Social
let unlink: Linking['unlink']

beforeAll(async () => {
  social = await startSocial()
  ;({ link, signedIn, unlink } = linkingOf(social))
})
afterAll(() => social.close())

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
    const passkey = {
      counter: 0,
      credentialId: `last-${customer.id}`,
      isBackedUp: false,
      name: 'Key',
    }
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
