import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import type { Answer } from '../../support/providers/respond'
import { newPerson } from './support/people'
import { type Social, startSocial } from './support/social'
import { expectNothing, quickAnswers, slowAnswers } from './support/threats'

/** Threats: a provider that is slow, broken or hostile. No session, no row, an answer within 5 seconds. */
let social: Social

beforeAll(async () => {
  social = await startSocial()
})
afterAll(() => social.close())
afterEach(() => {
  social.local.answers.clear()
  social.local.asked.length = 0
})

type Place = readonly [provider: string, path: string]

const tokens = [
  ['envato', '/envato/token'],
  ['facebook', '/graph/oauth/access_token'],
  ['github', '/github/login/oauth/access_token'],
] as const
const profiles = [
  ['envato', '/envato/v1/market/private/user/email.json'],
  ['envato', '/envato/v1/market/private/user/username.json'],
  ['facebook', '/graph/me'],
  ['github', '/github-api/user'],
  ['github', '/github-api/user/emails'],
] as const

describe.each<Place>([...tokens, ...profiles])('%s on a bad day, at %s', (...place) => {
  it.each(quickAnswers)('answering %j: no session, no row, within 5 seconds', async (answer) => {
    await expectNoSession(place, answer)
  })
})

// At once, for each waits for as long as providers are waited for.
describe.each([
  ['tokens', tokens],
  ['profiles', profiles],
] as const)('all providers on a bad day, where they give %s', (_what, places) => {
  it.each(slowAnswers)('answering %j: no session, no row, within 5 seconds', async (answer) => {
    await Promise.all(places.map((place) => expectNoSession(place, answer)))
  })
})

async function expectNoSession([provider, path]: Place, answer: Answer): Promise<void> {
  social.local.answers.set(path, answer)
  const browser = social.browser(newPerson())
  const isEmptyList = JSON.stringify(answer) === '{"json":[]}' && path.endsWith('emails')
  expect(await expectNothing(social, () => browser.signIn(provider))).toBe(
    isEmptyList ? 'emailMissing' : 'failed',
  )
  expect(browser.cookies.has('lm-portal')).toBe(false)
  // A bad day that the app did not meet would show nothing.
  expect(social.local.asked).toContain(path)
  // A redirect would take the secret, or the token, along.
  expect(social.local.asked).not.toContain('/elsewhere')
}
