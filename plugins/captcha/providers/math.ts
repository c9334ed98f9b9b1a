import { createHmac, hkdfSync, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'

import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

import type { CaptchaForm, CaptchaProvider } from '../types'

const goodForMs = 5 * 60_000

type Claims = { answer: string; expires: number; form: CaptchaForm; id: string }

/**
 * A small sum. What the browser holds is signed, names the form and ends after five minutes; the answer is in it as a keyed hash only.
 * Its id is used up by the first try, right or wrong.
 */
export const math: CaptchaProvider = {
  challenge: async (req, form) => {
    const [left, right] = [randomInt(2, 20), randomInt(1, 10)]
    const operator = left > right && randomInt(2) === 0 ? 'minus' : 'plus'
    const id = randomBytes(16).toString('base64url')
    const answer = operator === 'plus' ? left + right : left - right
    const token = sign(req, {
      answer: answerMark(req, id, answer),
      expires: Date.now() + goodForMs,
      form,
      id,
    })
    return { kind: 'math', left, operator, right, token }
  },
  verify: async (req, { form, response }) => {
    const claims = read(req, response.token)
    if (!claims || claims.form !== form || claims.expires <= Date.now()) return 'failed'
    if (!(await burn(req, claims))) return 'failed'
    const answer = numberIn(response.answer)
    if (answer === null) return 'failed'
    return isEqual(answerMark(req, claims.id, answer), claims.answer) ? 'passed' : 'failed'
  },
}

function numberIn(answer: unknown): null | number {
  const text = typeof answer === 'number' ? String(answer) : answer
  if (typeof text !== 'string') return null
  // NFKC makes digits of other keyboards (full width) plain ones.
  const digits = text.normalize('NFKC').trim()
  return /^\d{1,3}$/.test(digits) ? Number(digits) : null
}

function keyOf(req: PayloadRequest): Buffer {
  return Buffer.from(hkdfSync('sha256', req.payload.secret, '', 'captcha math', 32))
}

function answerMark(req: PayloadRequest, id: string, answer: number): string {
  return createHmac('sha256', keyOf(req)).update(`answer\n${id}\n${answer}`).digest('base64url')
}

function sign(req: PayloadRequest, claims: Claims): string {
  const body = Buffer.from(JSON.stringify(claims)).toString('base64url')
  return `${body}.${signatureOf(req, body)}`
}

function signatureOf(req: PayloadRequest, body: string): string {
  return createHmac('sha256', keyOf(req)).update(`token\n${body}`).digest('base64url')
}

function read(req: PayloadRequest, token: unknown): Claims | null {
  if (typeof token !== 'string' || token.length > 1000) return null
  const [body = '', signature = ''] = token.split('.')
  if (!isEqual(signatureOf(req, body), signature)) return null
  return JSON.parse(Buffer.from(body, 'base64url').toString()) as Claims
}

function isEqual(one: string, other: string): boolean {
  const [first, second] = [Buffer.from(one), Buffer.from(other)]
  return first.length === second.length && timingSafeEqual(first, second)
}

type Queryable = { execute: (query: unknown) => PromiseLike<{ rows: unknown[] }> }

/** Uses a challenge up, outside any transaction: what follows may be rolled back, the try was made. */
async function burn(req: PayloadRequest, { expires, id }: Claims): Promise<boolean> {
  const { drizzle } = req.payload.db as unknown as { drizzle: Queryable }
  const { rows } = await drizzle.execute(sql`
    insert into captcha_challenges (challenge_id, expires_at, created_at, updated_at)
    values (${id}, ${new Date(expires).toISOString()}, now(), now())
    on conflict (challenge_id) do nothing returning id`)
  return rows.length > 0
}
