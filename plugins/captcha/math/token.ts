import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'

import type { CaptchaForm } from '../types'

const goodForMs = 5 * 60_000
const longestToken = 1000
const purpose = 'captcha math'

/** What a token says. The answer is in it as a keyed hash. */
export type ChallengeClaims = { answer: string; expires: number; form: CaptchaForm; id: string }

/**
 * A token for a question, good for five minutes and one form.
 *
 * @param secret the app's `PAYLOAD_SECRET`, from which the key is derived
 */
export function createChallengeToken(
  secret: string,
  { answer, form }: { answer: number; form: CaptchaForm },
  now = Date.now(),
): string {
  const id = randomBytes(16).toString('base64url')
  const claims: ChallengeClaims = {
    answer: markOf(secret, id, answer),
    expires: now + goodForMs,
    form,
    id,
  }
  const body = Buffer.from(JSON.stringify(claims)).toString('base64url')
  return `${body}.${signatureOf(secret, body)}`
}

/** What a token says, null when it was not made with this secret or has ended. Takes anything. */
export function readChallengeToken(
  secret: string,
  token: unknown,
  now = Date.now(),
): ChallengeClaims | null {
  if (typeof token !== 'string' || token.length > longestToken) return null
  const [body = '', signature = '', ...rest] = token.split('.')
  if (rest.length > 0 || !isSame(signatureOf(secret, body), signature)) return null
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as ChallengeClaims
  return claims.expires > now ? claims : null
}

/** Whether this is the answer to the question that the token was made for. */
export function isAnswer(secret: string, claims: ChallengeClaims, answer: number): boolean {
  return isSame(markOf(secret, claims.id, answer), claims.answer)
}

function markOf(secret: string, id: string, answer: number): string {
  return hmac(secret, `answer\n${id}\n${answer}`)
}

function signatureOf(secret: string, body: string): string {
  return hmac(secret, `token\n${body}`)
}

function hmac(secret: string, text: string): string {
  const key = Buffer.from(hkdfSync('sha256', secret, '', purpose, 32))
  return createHmac('sha256', key).update(text).digest('base64url')
}

function isSame(one: string, other: string): boolean {
  const [first, second] = [Buffer.from(one), Buffer.from(other)]
  return first.length === second.length && timingSafeEqual(first, second)
}
