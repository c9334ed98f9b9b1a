import { inspect } from 'node:util'

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import type { Answer } from '../../support/providers/respond'
import { newPerson } from './support/people'
import { noticeIn, type Social, startSocial } from './support/social'
import { expectNothing, quickAnswers, slowAnswers } from './support/threats'

/**
 * Threats: a provider of OpenID Connect that is slow, broken or hostile, at each address that is asked: its description, its keys, the
 * tokens and the profile. No session, no row, an answer within 5 seconds.
 */
const providers = ['google', 'oidc'] as const
const places = ['/.well-known/openid-configuration', '/jwks', '/token', '/userinfo'] as const
type Place = (typeof places)[number]
const [description, , tokens] = places
const minuteMs = 60_000

let social: Social
let now = Date.now()

beforeAll(async () => {
  social = await startSocial({ hasOidc: true })
})
afterAll(() => social.close())
beforeEach(() => {
  // So late that description and keys are read anew. Only the date is another: what waits, waits as ever.
  now += 15 * minuteMs
  vi.useFakeTimers({ now, toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
  social.openId.answers.clear()
  social.openId.asked.length = 0
  social.openId.delayMs = 0
  social.openId.distort = null
})

// Of the keys: none that anything was signed with.
const quick: Answer[] = [...quickAnswers, { json: { keys: [] } }]

it.each(providers)('%s on a good day lets somebody in, asked everywhere', async (provider) => {
  withoutAddress()
  const browser = social.browser(newPerson())
  expect(noticeIn(await browser.signIn(provider))).toBeNull()
  expect(browser.cookies.has('lm-portal')).toBe(true)
  for (const place of places) expect(social.openId.asked).toContain(place)
})

describe.each(places)('on a bad day, at %s', (place) => {
  it.each(quick)('answering %j: no session, no row, within 5 seconds', async (answer) => {
    for (const provider of providers) await expectNoSession(provider, place, answer)
  })

  // At once, for each waits for as long as providers are waited for.
  it.each(slowAnswers)('answering %j: no session, no row, within 5 seconds', async (answer) => {
    await Promise.all(providers.map((provider) => expectNoSession(provider, place, answer)))
  })
})

it.each(providers)(
  '%s, slow everywhere: all that is asked when somebody comes back has 5 seconds together',
  async (provider) => {
    await social.browser(newPerson()).begin(provider)
    vi.setSystemTime(now + 9 * minuteMs)
    const browser = social.browser(newPerson())
    const back = await browser.allow(await browser.begin(provider))
    // The attempt still is good, the description has become old.
    vi.setSystemTime(now + 11 * minuteMs)
    social.openId.delayMs = 1500
    social.openId.asked.length = 0
    expect(await expectNothing(social, () => browser.comeBack(back))).toBe('failed')
    expect(social.openId.asked.slice(0, 2)).toEqual([description, tokens])
  },
)

it('the log says what went wrong, and nothing of what was answered', async () => {
  const logged = vi.spyOn(social.payload.logger, 'error')
  social.openId.answers.set(tokens, { json: { access_token: 'a secret token' }, status: 500 })
  await social.browser(newPerson()).signIn('google')
  const [[line] = []] = logged.mock.calls as unknown as [{ err: unknown; msg: string }][]
  logged.mockRestore()
  expect(line?.msg).toBe('A sign-in with Google failed')
  expect((line?.err as Error).message).toMatch(/unexpected HTTP status code/)
  expect(line?.err).toBeInstanceOf(Error)
  expect(inspect(line, { depth: 10, showHidden: true })).not.toContain('a secret token')
})

async function expectNoSession(provider: string, place: Place, answer: Answer): Promise<void> {
  social.openId.answers.set(place, answer)
  if (place === '/userinfo') withoutAddress()
  const browser = social.browser(newPerson())
  const notice = await expectNothing(social, async () =>
    // Who is not described has no login page to go to.
    place === description ? (await browser.begin(provider)).href : browser.signIn(provider),
  )
  expect(notice).toBe('failed')
  expect(browser.cookies.has('lm-portal')).toBe(false)
  // A bad day that the app did not meet would show nothing.
  expect(social.openId.asked).toContain(place)
  // A redirect would take the secret, or the token, along.
  expect(social.openId.asked).not.toContain('/elsewhere')
}

/** Only where the ID token leaves the address out is the profile asked for. */
function withoutAddress(): void {
  social.openId.distort = ({ payload }) => delete payload.email
}
