import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { completeSecondFactor } from '../../../src/accounts/login/completeSecondFactor'
import { codeAt, totpOf } from '../accounts/support/totp'
import { type Linking, linkingOf } from './support/linking'
import { newPerson } from './support/people'
import { noticeIn, type Social, startSocial } from './support/social'

/** Connecting accounts in the settings, and the second factor. */
let beginLink: Linking['beginLink']
let link: Linking['link']
let signedIn: Linking['signedIn']
let social: Social

beforeAll(async () => {
  social = await startSocial()
  ;({ beginLink, link, signedIn } = linkingOf(social))
})
afterAll(() => social.close())

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

describe('an authenticator app', () => {
  it('is asked for after the other account, which is connected only when it was right', async () => {
    const { customer, secret } = await totpOf(social.accounts).withApp()
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
    const result = await enter(codeAt(secret, 1))
    expect(result.outcome).toBe('signedIn')
    expect(await social.identitiesOf(customer.id)).toMatchObject([{ provider: 'google' }])
    const { docs } = await social.payload.find({
      collection: 'customer-sessions',
      where: { customer: { equals: customer.id }, method: { equals: 'social' } },
    })
    expect(docs).toHaveLength(1)
  })

  it('is asked for each time', async () => {
    const { customer } = await totpOf(social.accounts).withApp()
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
