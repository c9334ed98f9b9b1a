import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { newPerson } from './support/people'
import { parseSetCookie } from './support/setCookie'
import { noticeIn, type Social, startSocial } from './support/social'
import { expectNothing as expectNothingIn } from './support/threats'

/**
 * Threats: a callback that this browser did not begin, or that comes twice; a provider that is not there. No session,
 * no row, an answer within 5 seconds.
 */
let social: Social

const expectNothing = (act: () => Promise<string>) => expectNothingIn(social, act)

beforeAll(async () => {
  social = await startSocial()
})
afterAll(() => social.close())

describe('the state', () => {
  it('is in a cookie that scripts and other sites do not get, bound to the provider', async () => {
    const response = await social.browser().get('/api/auth/google')
    const [cookie = ''] = response.headers.getSetCookie()
    const { attributes, name, value } = parseSetCookie(cookie)
    expect(name).toBe('social-login-google')
    expect(attributes.has('httponly')).toBe(true)
    expect(attributes.get('samesite')).toBe('Lax')
    expect(attributes.get('path')).toBe('/')
    const minutes = (Date.parse(attributes.get('expires') ?? '') - Date.now()) / 60_000
    expect(minutes).toBeGreaterThan(9)
    expect(minutes).toBeLessThanOrEqual(10)
    const state = new URL(response.headers.get('location') ?? '').searchParams.get('state') ?? ''
    expect(state.length).toBeGreaterThanOrEqual(43)
    expect(value).not.toContain(state)
  })

  it('is Secure and __Host- where the site is served over https', async () => {
    const { config } = social.payload
    const before = config.serverURL
    config.serverURL = 'https://licenses.example.com'
    try {
      const response = await social.browser().get('/api/auth/github')
      const { attributes, name } = parseSetCookie(response.headers.getSetCookie()[0] ?? '')
      expect(name).toBe('__Host-social-login-github')
      expect(attributes.has('secure')).toBe(true)
      expect(attributes.has('domain')).toBe(false)
      const { searchParams } = new URL(response.headers.get('location') ?? '')
      expect(searchParams.get('redirect_uri')).toBe(
        'https://licenses.example.com/api/auth/github/callback',
      )
    } finally {
      config.serverURL = before
    }
  })

  it('of nobody: a forged callback opens nothing', async () => {
    const attacker = social.browser(newPerson())
    const callback = await attacker.allow(await attacker.begin('google'))
    const victim = social.browser()
    expect(await expectNothing(() => victim.comeBack(callback))).toBe('expired')
  })

  it('of another attempt: a callback for which this browser has another state opens nothing', async () => {
    const attacker = social.browser(newPerson())
    const callback = await attacker.allow(await attacker.begin('google'))
    const victim = social.browser(newPerson())
    const own = await victim.begin('google')
    expect(await expectNothing(() => victim.comeBack(callback))).toBe('expired')
    // What the attacker sent does not disturb the sign-in that is under way.
    expect(await victim.comeBack(await victim.allow(own))).toBe('/customer/dashboard')
  })

  it('of another provider: a cookie moved there opens nothing', async () => {
    const browser = social.browser(newPerson())
    const callback = await browser.allow(await browser.begin('github'))
    browser.cookies.set('social-login-google', browser.cookies.get('social-login-github') ?? '')
    callback.pathname = '/api/auth/google/callback'
    expect(await expectNothing(() => browser.comeBack(callback))).toBe('expired')
  })

  it('left out, twice or empty: opens nothing', async () => {
    const browser = social.browser(newPerson())
    const callback = await browser.allow(await browser.begin('google'))
    for (const change of [
      (query: URLSearchParams) => query.delete('state'),
      (query: URLSearchParams) => query.append('state', query.get('state') ?? ''),
      (query: URLSearchParams) => query.set('state', ''),
      (query: URLSearchParams) => query.set('state', `${query.get('state')}a`),
    ]) {
      const changed = new URL(callback)
      change(changed.searchParams)
      expect(await expectNothing(() => browser.comeBack(changed))).toBe('expired')
    }
  })

  it('that somebody changed in the cookie, or that is garbage, is none', async () => {
    const browser = social.browser(newPerson())
    const callback = await browser.allow(await browser.begin('google'))
    const good = browser.cookies.get('social-login-google') ?? ''
    for (const value of ['', 'v1', 'v1.a.b.c', good.slice(0, -1), `${good.slice(0, -3)}AAA`]) {
      browser.cookies.set('social-login-google', value)
      expect(await expectNothing(() => browser.comeBack(callback))).toBe('expired')
    }
  })

  it('works once, also for 10 callbacks at the same time', async () => {
    const browser = social.browser(newPerson())
    const callback = await browser.allow(await browser.begin('github'))
    const cookies = [...browser.cookies]
    const pages = await Promise.all(
      Array.from({ length: 10 }, () => {
        const copy = social.browser()
        for (const [name, value] of cookies) copy.cookies.set(name, value)
        return copy.comeBack(callback)
      }),
    )
    expect(pages.filter((page) => page === '/customer/dashboard')).toHaveLength(1)
    expect(pages.filter((page) => noticeIn(page) === 'expired')).toHaveLength(9)
  })

  it('is burnt on the server: the browser that keeps its cookie cannot use it again', async () => {
    const browser = social.browser({ ...newPerson(), denies: true })
    const callback = await browser.allow(await browser.begin('google'))
    const kept = browser.cookies.get('social-login-google') ?? ''
    expect(noticeIn(await browser.comeBack(callback))).toBe('cancelled')
    expect(browser.cookies.has('social-login-google')).toBe(false)
    browser.cookies.set('social-login-google', kept)
    expect(noticeIn(await browser.comeBack(callback))).toBe('expired')
  })
})

describe('the code', () => {
  it.each(['envato', 'facebook', 'github'])('that %s refuses opens nothing', async (provider) => {
    const browser = social.browser(newPerson())
    const callback = await browser.allow(await browser.begin(provider))
    callback.searchParams.set('code', 'expired')
    expect(await expectNothing(() => browser.comeBack(callback))).toBe('failed')
  })

  it('needs the PKCE verifier of this browser', async () => {
    const thief = social.browser(newPerson())
    const victim = social.browser(newPerson())
    for (const provider of ['github', 'google']) {
      const stolen = await victim.allow(await victim.begin(provider))
      const own = await thief.allow(await thief.begin(provider))
      own.searchParams.set('code', stolen.searchParams.get('code') ?? '')
      expect(await expectNothing(() => thief.comeBack(own))).toBe('failed')
    }
  })

  it('left out opens nothing', async () => {
    const browser = social.browser(newPerson())
    const callback = await browser.allow(await browser.begin('github'))
    callback.searchParams.delete('code')
    expect(await expectNothing(() => browser.comeBack(callback))).toBe('failed')
  })
})

it('a provider that is not there at all is said to be so, at the start', async () => {
  const { openId } = social
  const other = await startSocialWithoutOpenId()
  expect(other).toBe('failed')
  expect((await fetch(`${openId.url}/jwks`)).ok).toBe(true)
})

/** The issuer of the environment answers nobody: another provider object, as after a start. */
async function startSocialWithoutOpenId(): Promise<null | string> {
  const { socialLogin } = social.payload.config.custom as {
    socialLogin: { providers: { provider: { name: string; server: unknown } }[] }
  }
  const google = socialLogin.providers.find(({ provider }) => provider.name === 'google')?.provider
  const { openIdConnect } = await import('../../../plugins/social-login/providers/openIdConnect')
  if (!google) throw new Error('There is no Google.')
  const before = google.server
  const dead = openIdConnect({ issuer: 'http://localhost:1024', label: 'Google', name: 'google' })
  google.server = dead.server
  try {
    const response = await social.browser().get('/api/auth/google')
    return noticeIn(response.headers.get('location') ?? '')
  } finally {
    google.server = before
  }
}
