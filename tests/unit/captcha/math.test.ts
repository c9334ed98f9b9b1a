import type { PayloadRequest } from 'payload'
import { describe, expect, it } from 'vitest'

import { isAnswer, readChallengeToken } from '../../../plugins/captcha/math/token'
import { math } from '../../../plugins/captcha/providers/math'
import { solve, type Sum } from '../../int/captcha/support/captcha'

const secret = 'a secret of this app'
const req = { payload: { secret } } as PayloadRequest

const ask = async () => (await math.challenge(req, 'login', {})) as Sum

describe('sums', () => {
  it('are of three kinds, never below nought, and never above what people do in their heads', async () => {
    const sums = await Promise.all(Array.from({ length: 500 }, ask))
    expect(new Set(sums.map(({ question }) => question.operator))).toEqual(new Set('+−×'))
    for (const sum of sums) {
      expect(solve(sum)).toBeGreaterThan(0)
      expect(solve(sum)).toBeLessThan(100)
    }
  })

  it('have the answer that their token stands for', async () => {
    for (let count = 0; count < 50; count++) {
      const sum = await ask()
      const claims = readChallengeToken(secret, sum.token)
      expect(claims && isAnswer(secret, claims, solve(sum))).toBe(true)
    }
  })
})
