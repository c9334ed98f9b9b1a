import { commitTransaction, initTransaction, killTransaction } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { verifyCaptcha } from '../../../plugins/captcha'
import { createChallengeToken } from '../../../plugins/captcha/math/token'
import { createTestPayload, type TestPayload } from '../../support/payload'
import { type Captcha, captchaOf, solve } from './support/captcha'

/** Threat: a program answers once, or guesses often, and fills in the form as often as it likes. */
let captcha: Captcha
let test: TestPayload

beforeAll(async () => {
  test = await createTestPayload()
  captcha = captchaOf(test)
})
afterAll(() => test.close())
beforeEach(() => captcha.settings({ captchaForms: ['login', 'register'], captchaProvider: 'math' }))

const count = async () => (await test.payload.count({ collection: 'captcha-challenges' })).totalDocs

describe('a form without a CAPTCHA', () => {
  it('asks nothing and passes, because it is not among the forms', async () => {
    expect(await captcha.challenge('forgot')).toBeNull()
    expect(await captcha.challenge('forgot', { provider: 'math' })).toBeNull()
    expect(await captcha.answer('forgot', {})).toBe('passed')
  })

  it('asks nothing and passes, because there is no CAPTCHA', async () => {
    await captcha.settings({ captchaProvider: 'none' })
    expect(await captcha.challenge('login')).toBeNull()
    expect(await captcha.answer('login', {})).toBe('passed')
  })
})

describe('a sum', () => {
  it.each(['login', 'register'] as const)('lets the right answer pass (%s)', async (form) => {
    const sum = await captcha.sum(form)
    expect(await captcha.answer(form, { answer: String(solve(sum)), token: sum.token })).toBe(
      'passed',
    )
  })

  it.each([
    [' in spaces', (right: number) => ` ${right} `],
    [' as a number', (right: number) => right],
  ])('lets the right answer pass%s', async (_name, write) => {
    const sum = await captcha.sum('login')
    expect(await captcha.answer('login', { answer: write(solve(sum)), token: sum.token })).toBe(
      'passed',
    )
  })

  it('has one try: the right answer after a wrong one fails', async () => {
    const sum = await captcha.sum('login')
    const right = solve(sum)
    expect(await captcha.answer('login', { answer: right + 1, token: sum.token })).toBe('failed')
    expect(await captcha.answer('login', { answer: right, token: sum.token })).toBe('failed')
  })

  it('is used up by an answer that is none as well', async () => {
    const sum = await captcha.sum('login')
    expect(await captcha.answer('login', { token: sum.token })).toBe('failed')
    expect(await captcha.answer('login', { answer: solve(sum), token: sum.token })).toBe('failed')
  })

  it('lets one of 50 pass that send the right answer at once', async () => {
    const sum = await captcha.sum('login')
    const results = await Promise.all(
      Array.from({ length: 50 }, () =>
        captcha.answer('login', { answer: solve(sum), token: sum.token }),
      ),
    )
    expect(results.filter((result) => result === 'passed')).toHaveLength(1)
    expect(results.filter((result) => result === 'failed')).toHaveLength(49)
  })

  it('stays used up when the transaction of the request is rolled back', async () => {
    const sum = await captcha.sum('login')
    const attempt = {
      form: 'login' as const,
      ip: null,
      response: { answer: solve(sum), token: sum.token },
    }
    const req = await captcha.request()
    await initTransaction(req)
    expect(await verifyCaptcha(req, attempt)).toBe('passed')
    await killTransaction(req)

    const again = await captcha.request()
    await initTransaction(again)
    expect(await verifyCaptcha(again, attempt)).toBe('failed')
    await commitTransaction(again)
  })

  it('of one form fails at another, and is not used up by that', async () => {
    const sum = await captcha.sum('register')
    const response = { answer: solve(sum), token: sum.token }
    expect(await captcha.answer('login', response)).toBe('failed')
    expect(await captcha.answer('register', response)).toBe('passed')
  })

  it('fails after five minutes, whatever the answer', async () => {
    const made = { answer: 7, form: 'login' as const }
    const ended = createChallengeToken(test.payload.secret, made, Date.now() - 5 * 60_000)
    const good = createChallengeToken(test.payload.secret, made, Date.now() - 5 * 60_000 + 20_000)
    expect(await captcha.answer('login', { answer: 7, token: ended })).toBe('failed')
    expect(await captcha.answer('login', { answer: 7, token: good })).toBe('passed')
  })

  it.each([undefined, null, '', 'x', 7, true, {}, ['a'], new File([], 'x'), '\0', 'a.b', 'a.b.c'])(
    'with the token %j fails and writes nothing',
    async (token) => {
      const before = await count()
      expect(await captcha.answer('login', { answer: '7', token })).toBe('failed')
      expect(await count()).toBe(before)
    },
  )

  it.each([
    undefined,
    null,
    '',
    'x',
    Number.NaN,
    1e21,
    true,
    {},
    ['7'],
    new File([], '7'),
    '\0',
    '٧',
    'VII',
  ])('with the answer %j fails', async (answer) => {
    const token = createChallengeToken(test.payload.secret, { answer: 7, form: 'login' })
    expect(await captcha.answer('login', { answer, token })).toBe('failed')
  })
})

describe('used challenges', () => {
  it('are forgotten some time after they ended', async () => {
    const { payload } = test
    const old = new Date(Date.now() - 2 * 60 * 60_000).toISOString()
    const recent = new Date(Date.now() - 60_000).toISOString()
    for (const [challengeId, expiresAt] of [
      ['old', old],
      ['recent', recent],
    ] as const) {
      await payload.create({ collection: 'captcha-challenges', data: { challengeId, expiresAt } })
    }
    const sum = await captcha.sum('login')
    await captcha.answer('login', { answer: 0, token: sum.token })
    const { docs } = await payload.find({
      collection: 'captcha-challenges',
      where: { challengeId: { in: ['old', 'recent'] } },
    })
    expect(docs.map(({ challengeId }) => challengeId)).toEqual(['recent'])
  })
})
