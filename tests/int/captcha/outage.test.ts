import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import type { CaptchaForm } from '../../../plugins/captcha'
import { optionsOf, type SanitizedOptions } from '../../../plugins/captcha/options'
import { createTestPayload, type TestPayload } from '../../support/payload'
import { type Captcha, captchaOf, solve } from './support/captcha'
import { type Answer, type SiteVerify, startSiteVerify } from './support/siteVerify'

/** Threat: Google is down. Nobody can log in any more, or everything passes, or a form hangs. */
let addressOfNobody: string
let captcha: Captcha
let options: SanitizedOptions
let service: SiteVerify
let test: TestPayload

beforeAll(async () => {
  test = await createTestPayload()
  captcha = captchaOf(test)
  const stopped = await startSiteVerify()
  addressOfNobody = stopped.url
  service = await startSiteVerify()
  await stopped.close()
  options = optionsOf(test.payload.config)
})
afterAll(async () => {
  await service.close()
  await test.close()
})
beforeEach(async () => {
  options.recaptchaVerifyUrl = service.url
  service.answer = 'status'
  await captcha.settings({
    captchaForms: ['forgot', 'login', 'register'],
    captchaProvider: 'recaptchaV3',
    recaptchaSecretKey: 'the secret key',
    recaptchaSiteKey: 'site-key',
  })
})

const good = { action: 'login', hostname: 'localhost', score: 0.9, success: true }

const outages: [string, Answer | null][] = [
  ['answers 500', 'status'],
  ['answers HTML', 'html'],
  ['answers with 10 MB', 'huge'],
  ['sends elsewhere', 'redirect'],
  ['is silent for ten seconds', 'silent'],
  ['answers a little at a time', 'trickle'],
  ['answers null', { json: null }],
  ['answers a list', { json: [] }],
  ['answers without a verdict', { json: { hostname: 'localhost' } }],
  [
    'does not know the secret key',
    { json: { 'error-codes': ['invalid-input-secret'], success: false } },
  ],
  ['refuses connections', null],
]

describe.each(outages)('while Google %s', (_name, answer) => {
  beforeEach(() => {
    if (answer) service.answer = answer
    else options.recaptchaVerifyUrl = addressOfNobody
  })

  it('register and forgot are unavailable and login falls back, with a token and without one, after three seconds at most', async () => {
    const started = performance.now()
    const answersTo = (form: CaptchaForm) =>
      Promise.all([captcha.answer(form, { recaptcha: 'token' }), captcha.answer(form, {})])
    const [register, forgot, login] = await Promise.all([
      answersTo('register'),
      answersTo('forgot'),
      answersTo('login'),
    ])
    expect({ forgot, login, register }).toEqual({
      forgot: ['unavailable', 'unavailable'],
      login: ['fallback', 'fallback'],
      register: ['unavailable', 'unavailable'],
    })
    expect(performance.now() - started).toBeLessThan(4500)
  })
})

describe('a sum in the place of reCAPTCHA', () => {
  it('logs in while Google does not answer, once', async () => {
    const sum = await captcha.sum('login', { provider: 'math' })
    const response = { answer: String(solve(sum)), token: sum.token }
    expect(await captcha.answer('login', response)).toBe('passed')
    expect(await captcha.answer('login', response)).toBe('fallback')
  })

  it('asks for another one when the answer is wrong', async () => {
    const sum = await captcha.sum('login', { provider: 'math' })
    expect(await captcha.answer('login', { answer: '0', token: sum.token })).toBe('fallback')
  })

  it('does not log in when Google answers again', async () => {
    const sum = await captcha.sum('login', { provider: 'math' })
    service.answer = { json: { 'error-codes': ['missing-input-response'], success: false } }
    expect(await captcha.answer('login', { answer: solve(sum), token: sum.token })).toBe('failed')
    service.answer = { json: good }
    expect(await captcha.answer('login', { answer: solve(sum), token: sum.token })).toBe('failed')
  })

  it.each(['register', 'forgot'] as const)('is not taken by %s', async (form) => {
    const sum = await captcha.sum(form, { provider: 'math' })
    expect(await captcha.answer(form, { answer: solve(sum), token: sum.token })).toBe('unavailable')
  })

  it('does not turn a token away that Google calls good', async () => {
    service.answer = { json: good }
    const sum = await captcha.sum('login', { provider: 'math' })
    expect(await captcha.answer('login', { recaptcha: 'token', token: sum.token })).toBe('passed')
  })
})

describe.each(['recaptchaSecretKey', 'recaptchaSiteKey'] as const)('without the %s', (key) => {
  beforeEach(async () => {
    service.answer = { json: good }
    await captcha.settings({ [key]: '' })
  })

  it('refuses to register and to mail links', async () => {
    for (const form of ['register', 'forgot'] as const) {
      expect(await captcha.challenge(form)).toBeNull()
      expect(await captcha.answer(form, { recaptcha: 'token' })).toBe('unavailable')
    }
  })

  it('logs in with a sum', async () => {
    expect(await captcha.answer('login', { recaptcha: 'token' })).toBe('fallback')
    const sum = await captcha.sum('login')
    expect(await captcha.answer('login', { answer: solve(sum), token: sum.token })).toBe('passed')
  })
})

it('is logged, but not at every visit, and without the keys', async () => {
  const log = vi.spyOn(test.payload.logger, 'error').mockReturnValue(undefined)
  const later = Date.now() + 60 * 60_000
  const now = vi.spyOn(Date, 'now').mockReturnValue(later)
  await Promise.all(
    Array.from({ length: 5 }, () => captcha.answer('login', { recaptcha: 'token' })),
  )
  now.mockRestore()
  expect(log).toHaveBeenCalledTimes(1)
  expect(JSON.stringify(log.mock.calls)).not.toContain('the secret key')
  log.mockRestore()
})
