import { randomInt } from 'node:crypto'

import { burnChallenge } from '../math/burn'
import { createChallengeToken, isAnswer, readChallengeToken } from '../math/token'
import type { CaptchaProvider, MathQuestion } from '../types'

/**
 * A small sum. What the browser holds is signed, names the form and ends after five minutes; the answer is in it as a keyed hash only.
 * Its id is used up by the first try, right or wrong.
 */
export const math: CaptchaProvider = {
  label: { de: 'Einfache Rechenaufgabe', en: 'Simple sum' },
  name: 'math',
  challenge: async ({ payload }, form) => {
    const question = ask()
    const token = createChallengeToken(payload.secret, { answer: answerTo(question), form })
    return { kind: 'math', question, token }
  },
  verify: async ({ payload }, { form, response }) => {
    const claims = readChallengeToken(payload.secret, response.token)
    if (!claims || claims.form !== form) return 'failed'
    // Before the answer is looked at: whoever tries several at once has one try as well.
    if (!(await burnChallenge(payload, claims))) return 'failed'
    const answer = numberIn(response.answer)
    if (answer === null) return 'failed'
    return isAnswer(payload.secret, claims, answer) ? 'passed' : 'failed'
  },
}

function ask(): MathQuestion {
  const kind = randomInt(3)
  if (kind === 0) return { left: randomInt(2, 20), operator: '+', right: randomInt(1, 10) }
  if (kind === 1) return { left: randomInt(10, 20), operator: '−', right: randomInt(1, 10) }
  return { left: randomInt(2, 10), operator: '×', right: randomInt(2, 6) }
}

function answerTo({ left, operator, right }: MathQuestion): number {
  if (operator === '+') return left + right
  return operator === '−' ? left - right : left * right
}

function numberIn(answer: unknown): null | number {
  const text = typeof answer === 'number' ? String(answer) : answer
  if (typeof text !== 'string' || text.length > 20) return null
  // NFKC makes digits of other keyboards (full width) plain ones.
  const digits = text.normalize('NFKC').trim()
  return /^\d{1,3}$/.test(digits) ? Number(digits) : null
}
