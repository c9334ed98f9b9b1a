import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { optionsOf, type SanitizedOptions } from '../../../plugins/captcha/options'
import { createTestPayload, type TestPayload } from '../../support/payload'
import { type Captcha, captchaOf } from './support/captcha'
import { type SiteVerify, startSiteVerify } from './support/siteVerify'

/** Threat: a token that was made elsewhere, for something else, or not at all passes for a visitor's. */
const good = { action: 'login', hostname: 'localhost', score: 0.9, success: true }

let captcha: Captcha
let options: SanitizedOptions
let service: SiteVerify
let test: TestPayload

beforeAll(async () => {
  test = await createTestPayload()
  captcha = captchaOf(test)
  service = await startSiteVerify()
  options = optionsOf(test.payload.config)
  options.recaptchaVerifyUrl = service.url
})
afterAll(async () => {
  await service.close()
  await test.close()
})
beforeEach(async () => {
  service.asked = []
  service.answer = { json: good }
  await captcha.settings({
    captchaForms: ['forgot', 'login', 'register'],
    captchaProvider: 'recaptchaV3',
    recaptchaMinScore: 0.5,
    recaptchaSecretKey: 'the secret key',
    recaptchaSiteKey: 'site/key',
  })
})

const send = (recaptcha: unknown) => captcha.answer('login', { recaptcha })

describe('the challenge', () => {
  it('of a score names the script, the site key and the form', async () => {
    expect(await captcha.challenge('register')).toEqual({
      action: 'register',
      kind: 'recaptchaV3',
      scriptUrl: 'https://www.google.com/recaptcha/api.js?render=site%2Fkey',
      siteKey: 'site/key',
    })
  })

  it('of a checkbox leaves it to the form where it goes', async () => {
    await captcha.settings({ captchaProvider: 'recaptchaV2' })
    expect(await captcha.challenge('login')).toEqual({
      action: 'login',
      kind: 'recaptchaV2',
      scriptUrl: 'https://www.google.com/recaptcha/api.js?render=explicit',
      siteKey: 'site/key',
    })
  })

  it('keeps the secret key to itself', async () => {
    expect(JSON.stringify(await captcha.challenge('login'))).not.toContain('the secret key')
  })
})

describe('a token', () => {
  it('passes when Google says so, and Google is told the key and the address', async () => {
    expect(await send('token & more')).toBe('passed')
    expect(service.asked.map((form) => Object.fromEntries(form))).toEqual([
      { remoteip: '203.0.113.7', response: 'token & more', secret: 'the secret key' },
    ])
  })

  it.each([
    ['is refused', { ...good, 'error-codes': ['timeout-or-duplicate'], success: false }],
    ['is called good in another way than true', { ...good, success: 'true' }],
    ['was made on another site', { ...good, hostname: 'localhost.example.com' }],
    ['was made nowhere', { ...good, hostname: undefined }],
    ['was made for another form', { ...good, action: 'register' }],
    ['was made for no form, as that of a checkbox', { hostname: 'localhost', success: true }],
    ['has a score below the lowest', { ...good, score: 0.49 }],
    ['has no score', { ...good, score: undefined }],
    ['has a score that is no number', { ...good, score: '0.9' }],
  ])('fails when it %s', async (_name, json) => {
    service.answer = { json }
    expect(await send('token')).toBe('failed')
  })

  it('passes with the lowest score that the settings allow', async () => {
    await captcha.settings({ recaptchaMinScore: 0.7 })
    service.answer = { json: { ...good, score: 0.7 } }
    expect(await send('token')).toBe('passed')
    service.answer = { json: { ...good, score: 0.6 } }
    expect(await send('token')).toBe('failed')
  })

  it.each([undefined, null, '', 7, true, {}, ['token'], new File([], 'token'), 'x'.repeat(8193)])(
    'fails as %j, even if Google called it good',
    async (recaptcha) => {
      expect(await send(recaptcha)).toBe('failed')
    },
  )

  it('of a checkbox needs no form and no score', async () => {
    await captcha.settings({ captchaProvider: 'recaptchaV2' })
    service.answer = { json: { hostname: 'localhost', success: true } }
    expect(await send('token')).toBe('passed')
  })

  it.each([
    { ...good, success: false },
    { ...good, hostname: 'example.com' },
  ])('of a checkbox fails with %j', async (json) => {
    await captcha.settings({ captchaProvider: 'recaptchaV2' })
    service.answer = { json }
    expect(await send('token')).toBe('failed')
  })
})
