import { createHmac, hkdfSync } from 'node:crypto'

import { describe, expect, it } from 'vitest'

import {
  createChallengeToken,
  isAnswer,
  readChallengeToken,
} from '../../../plugins/captcha/math/token'

/** Threat: a program reads the answer from the token, or makes or changes one. */
const secret = 'a secret of this app'
const now = Date.UTC(2026, 0, 1)
const made = () => createChallengeToken(secret, { answer: 7, form: 'login' }, now)
const bodyOf = (token: string) =>
  Buffer.from(token.split('.')[0] ?? '', 'base64url').toString('utf8')

describe('a token', () => {
  it('names the form, ends after five minutes and has an id of 128 bits', () => {
    const claims = readChallengeToken(secret, made(), now)
    expect(claims).toMatchObject({ expires: now + 300_000, form: 'login' })
    expect(Buffer.from(claims?.id ?? '', 'base64url')).toHaveLength(16)
  })

  it('knows its answer and no other', () => {
    const claims = readChallengeToken(secret, made(), now)
    if (!claims) throw new Error('The token was refused.')
    const right = Array.from({ length: 200 }, (_, answer) => answer).filter((answer) =>
      isAnswer(secret, claims, answer),
    )
    expect(right).toEqual([7])
  })

  it('does not show that two have the same answer', () => {
    const answers = [made(), made()].map((token) => readChallengeToken(secret, token, now)?.answer)
    expect(answers[0]).not.toBe(answers[1])
  })

  it('does not give the answer to who tries hashes without the secret', () => {
    const { answer, id } = JSON.parse(bodyOf(made())) as { answer: string; id: string }
    for (const key of [
      '',
      id,
      'captcha math',
      Buffer.from(hkdfSync('sha256', '', '', 'captcha math', 32)),
    ]) {
      const mark = createHmac('sha256', key).update(`answer\n${id}\n7`).digest('base64url')
      expect(mark).not.toBe(answer)
    }
  })

  it('ends to the millisecond', () => {
    const token = made()
    expect(readChallengeToken(secret, token, now + 299_999)).not.toBeNull()
    expect(readChallengeToken(secret, token, now + 300_000)).toBeNull()
  })
})

describe('refused is', () => {
  it('a token of another app', () => {
    expect(readChallengeToken('another secret', made(), now)).toBeNull()
  })

  it('a token with any one character changed', () => {
    const token = made()
    for (let index = 0; index < token.length; index++) {
      const changed = Array.from(token)
      changed[index] = changed[index] === 'A' ? 'B' : 'A'
      expect(readChallengeToken(secret, changed.join(''), now), `at ${index}`).toBeNull()
    }
  })

  it('a token with a later end and the old signature', () => {
    const [body = '', signature = ''] = made().split('.')
    const claims = JSON.parse(bodyOf(body)) as object
    const later = Buffer.from(JSON.stringify({ ...claims, expires: now * 2 })).toString('base64url')
    expect(readChallengeToken(secret, `${later}.${signature}`, now)).toBeNull()
  })

  it('the mark of an answer as a signature', () => {
    const { answer } = JSON.parse(bodyOf(made())) as { answer: string }
    expect(readChallengeToken(secret, `${made().split('.')[0]}.${answer}`, now)).toBeNull()
  })

  it.each([undefined, null, 7, {}, [], '', '.', '..', 'x', '{}', `${'x'.repeat(2000)}.y`])(
    '%j',
    (token) => {
      expect(readChallengeToken(secret, token, now)).toBeNull()
    },
  )

  it('a token with something after it', () => {
    expect(readChallengeToken(secret, `${made()}.`, now)).toBeNull()
    expect(readChallengeToken(secret, `${made()}=`, now)).toBeNull()
  })
})
