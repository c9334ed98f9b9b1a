import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { newPerson } from './support/people'
import { type Social, startSocial } from './support/social'
import { expectNothing as expectNothingIn } from './support/threats'

/** Threats: an ID token that is not for us, or not from whom it says. No session, no row, an answer within 5 seconds. */
let social: Social

const expectNothing = (act: () => Promise<string>) => expectNothingIn(social, act)

beforeAll(async () => {
  social = await startSocial()
})
afterAll(() => social.close())
afterEach(() => {
  social.openId.distort = null
})

describe('an ID token', () => {
  const hour = 60 * 60
  const now = () => Math.floor(Date.now() / 1000)
  it.each<[string, (payload: Record<string, unknown>) => void]>([
    ['of another issuer', (payload) => Object.assign(payload, { iss: 'https://evil.example' })],
    ['for another app', (payload) => Object.assign(payload, { aud: 'another' })],
    [
      'that has expired',
      (payload) => Object.assign(payload, { exp: now() - hour, iat: now() - 2 * hour }),
    ],
    ['of another attempt', (payload) => Object.assign(payload, { nonce: 'another' })],
    ['without a nonce', (payload) => delete payload.nonce],
    ['without a subject', (payload) => delete payload.sub],
    ['with an empty subject', (payload) => Object.assign(payload, { sub: '' })],
  ])('%s opens nothing', async (_, distort) => {
    social.openId.distort = ({ payload }) => distort(payload)
    const browser = social.browser(newPerson())
    expect(await expectNothing(() => browser.signIn('google'))).toBe('failed')
  })

  it.each([
    ['signed by somebody else', (token: string) => `${token.slice(0, -8)}AAAAAAAA`],
    [
      'signed by nobody',
      (token: string) => {
        const header = Buffer.from('{"alg":"none"}').toString('base64url')
        return `${header}.${token.split('.')[1]}.`
      },
    ],
    [
      'changed after it was signed',
      (token: string) => {
        const [header, body = '', signature] = token.split('.')
        const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as object
        const changed = JSON.stringify({ ...claims, sub: '1' })
        return [header, Buffer.from(changed).toString('base64url'), signature].join('.')
      },
    ],
  ])('%s opens nothing', async (_, change) => {
    social.openId.server.service.once(
      'beforeResponse',
      (response: { body: { id_token: string } }) => {
        response.body.id_token = change(response.body.id_token)
      },
    )
    const browser = social.browser(newPerson())
    expect(await expectNothing(() => browser.signIn('google'))).toBe('failed')
  })

  it('that is not there opens nothing', async () => {
    social.openId.server.service.once(
      'beforeResponse',
      (response: { body: { id_token?: string } }) => {
        delete response.body.id_token
      },
    )
    expect(await expectNothing(() => social.browser(newPerson()).signIn('google'))).toBe('failed')
  })
})
