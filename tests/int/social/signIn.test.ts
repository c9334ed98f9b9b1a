import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { customerWith, newPerson } from './support/people'
import { noticeIn, type Social, startSocial } from './support/social'

/** Signing in with each provider, as its documentation describes it. */
let social: Social

beforeAll(async () => {
  social = await startSocial()
})
afterAll(() => social.close())

describe.each(['google', 'github'])('%s, which vouches for the address', (provider) => {
  it('makes an account the first time, and opens it the second, whatever the address is then', async () => {
    const person = newPerson()
    const browser = social.browser(person)
    expect(await browser.signIn(provider)).toBe('/customer/dashboard')
    const customer = await customerWith(social, person.email)
    expect(customer).toMatchObject({ name: 'Robin Example' })
    expect(customer?.clientId).toMatch(/^[\da-f-]{36}$/)
    expect(customer?.confirmedAt).toBeTruthy()
    expect((await social.accounts.whoIs(browser.cookies.get('lm-portal') ?? ''))?.id).toBe(
      customer?.id,
    )

    const later = social.browser({ ...person, email: `moved-${person.email}` })
    expect(await later.signIn(provider)).toBe('/customer/dashboard')
    expect((await social.accounts.whoIs(later.cookies.get('lm-portal') ?? ''))?.id).toBe(
      customer?.id,
    )
    expect(await customerWith(social, `moved-${person.email}`)).toBeUndefined()
    const [identity, ...more] = await social.identitiesOf(customer?.id ?? '')
    expect(more).toEqual([])
    expect(identity).toMatchObject({
      email: `moved-${person.email}`,
      provider,
      subject: person.subject,
    })
    expect(identity?.lastUsedAt).not.toBeNull()
  })

  it('links the confirmed account with that address, tells its owner, and leaves the password', async () => {
    const account = await social.accounts.createCustomer()
    const person = newPerson({ email: account.email.toUpperCase() })
    expect(await social.browser(person).signIn(provider)).toBe('/customer/dashboard')
    expect(await social.identitiesOf(account.id)).toHaveLength(1)
    const { docs } = await social.payload.find({
      collection: 'mails',
      where: { customer: { equals: account.id }, template: { equals: 'securityChanged' } },
    })
    expect(docs).toHaveLength(1)
    expect((await social.accounts.logIn({ email: account.email })).outcome).toBe('signedIn')
  })

  it('goes to the page that was asked for, and to none of another site', async () => {
    const person = newPerson()
    const there = '/customer/product-licenses?status=active'
    const query = (target: string) => `?redirect=${encodeURIComponent(target)}`
    expect(await social.browser(person).signIn(provider, query(there))).toBe(there)
    for (const target of ['//evil.example', '/\\evil.example', 'https://evil.example', '/admin']) {
      expect(await social.browser(person).signIn(provider, query(target))).toBe(
        '/customer/dashboard',
      )
    }
  })

  it('says so when somebody refuses there, and makes nothing', async () => {
    const person = newPerson({ denies: true })
    expect(noticeIn(await social.browser(person).signIn(provider))).toBe('cancelled')
    expect(await customerWith(social, person.email)).toBeUndefined()
  })
})

describe('what is asked', () => {
  it('is what each provider documents, at the exact callback address', async () => {
    const expected = {
      envato: { code_challenge: null, scope: null },
      facebook: { code_challenge: null, scope: 'email public_profile' },
      github: { scope: 'user:email' },
      google: { scope: 'openid email profile' },
    }
    for (const [provider, parameters] of Object.entries(expected)) {
      const { searchParams } = await social.browser().begin(provider)
      expect(searchParams.get('redirect_uri')).toBe(
        `http://localhost:3000/api/auth/${provider}/callback`,
      )
      expect(searchParams.get('response_type')).toBe('code')
      for (const [name, value] of Object.entries(parameters)) {
        expect(`${provider} ${name} ${searchParams.get(name)}`).toBe(`${provider} ${name} ${value}`)
      }
      if (provider === 'google' || provider === 'github') {
        expect(searchParams.get('code_challenge_method')).toBe('S256')
        expect(searchParams.get('code_challenge')).toMatch(/^[\w-]{43}$/)
      }
      expect(searchParams.get('nonce') !== null).toBe(provider === 'google')
    }
  })

  it('is nothing of a provider that is not there', async () => {
    for (const path of ['/api/auth/twitter', '/api/auth/twitter/callback?code=a&state=b']) {
      const location = (await social.browser().get(path)).headers.get('location') ?? ''
      expect(noticeIn(location)).toBe('unknownProvider')
    }
  })
})

describe('an account that may not be used', () => {
  it('is not opened while it is disabled, nor linked', async () => {
    const account = await social.accounts.createCustomer()
    const person = newPerson({ email: account.email })
    await social.browser(person).signIn('google')
    await social.payload.db.updateOne({
      collection: 'customers',
      data: { disabledAt: new Date().toISOString() },
      id: account.id,
    })
    const browser = social.browser(person)
    expect(noticeIn(await browser.signIn('google'))).toBe('disabled')
    expect(browser.cookies.has('lm-portal')).toBe(false)
    const other = social.browser(newPerson({ email: account.email }))
    expect(noticeIn(await other.signIn('github'))).toBe('disabled')
    expect(await social.identitiesOf(account.id)).toHaveLength(1)
  })

  it('is not opened while its present address is unconfirmed and another one', async () => {
    const account = await social.accounts.createCustomer()
    const person = newPerson({ email: account.email })
    await social.browser(person).signIn('google')
    await social.payload.update({
      collection: 'customers',
      data: { email: `moved-${account.email}` },
      id: account.id,
    })
    expect(noticeIn(await social.browser(person).signIn('google'))).toBe('unconfirmed')
  })
})

describe('while nobody may register', () => {
  beforeAll(() =>
    social.payload.updateGlobal({ data: { allowRegistration: false }, slug: 'settings' }),
  )
  afterAll(() =>
    social.payload.updateGlobal({ data: { allowRegistration: true }, slug: 'settings' }),
  )

  it('makes no account, also not by a mailed link, and says so', async () => {
    const person = newPerson()
    expect(noticeIn(await social.browser(person).signIn('google'))).toBe('registrationOff')
    expect(await customerWith(social, person.email)).toBeUndefined()
    const unproved = newPerson()
    expect(noticeIn(await social.browser(unproved).signIn('envato'))).toBe('checkMail')
    const { totalDocs } = await social.payload.count({
      collection: 'mails',
      where: { to: { equals: unproved.email ?? '' } },
    })
    expect(totalDocs).toBe(0)
  })

  it('opens those that there are', async () => {
    const account = await social.accounts.createCustomer()
    const browser = social.browser(newPerson({ email: account.email }))
    expect(await browser.signIn('google')).toBe('/customer/dashboard')
  })
})

it('is counted: too many from one address are refused', async () => {
  const browser = social.browser(newPerson())
  let notice: null | string = null
  for (let count = 0; count < 70 && notice === null; count += 1) {
    notice = noticeIn((await browser.get('/api/auth/github')).headers.get('location') ?? '')
  }
  expect(notice).toBe('tooMany')
})

it('leaves an attempt in the history, and mails a notice of a new browser', async () => {
  const account = await social.accounts.createCustomer()
  await social.browser(newPerson({ email: account.email })).signIn('google')
  const { docs } = await social.payload.find({
    collection: 'login-events',
    where: { customer: { equals: account.id } },
  })
  expect(docs).toMatchObject([{ method: 'social', outcome: 'success' }])
  const { totalDocs } = await social.payload.count({
    collection: 'mails',
    where: { customer: { equals: account.id }, template: { equals: 'newSignIn' } },
  })
  expect(totalDocs).toBe(1)
})
