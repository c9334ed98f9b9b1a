import type { Payload } from 'payload'

import { logSometimes } from '../logSometimes'
import { optionsOf } from '../options'

const patienceMs = 3000
const longestAnswer = 64 * 1024

/** What Google's service says of a token. */
export type Verdict = {
  action?: unknown
  'error-codes'?: unknown
  hostname?: unknown
  score?: unknown
  success: unknown
}

type Question = { ip: null | string; secretKey: string; token: string }

/** Asks Google's service; null when it does not answer as documented, or does not know the secret key. */
export async function siteVerify(payload: Payload, question: Question): Promise<null | Verdict> {
  try {
    const verdict = await ask(optionsOf(payload.config).recaptchaVerifyUrl, question)
    if (isSecretRefused(verdict)) throw new Error('reCAPTCHA does not accept the secret key.')
    return verdict
  } catch (err) {
    logSometimes(payload, { err, msg: 'reCAPTCHA could not be asked' })
    return null
  }
}

async function ask(url: string, { ip, secretKey, token }: Question): Promise<Verdict> {
  const patience = new AbortController()
  const timer = setTimeout(() => patience.abort(new Error('reCAPTCHA took too long.')), patienceMs)
  try {
    const response = await fetch(url, {
      body: new URLSearchParams({
        response: token,
        secret: secretKey,
        ...(ip ? { remoteip: ip } : {}),
      }),
      cache: 'no-store',
      method: 'POST',
      redirect: 'error',
      signal: patience.signal,
    })
    if (!response.ok) throw new Error(`reCAPTCHA answered ${response.status}.`)
    const verdict: unknown = JSON.parse(await readLimited(response, patience.signal))
    if (!isVerdict(verdict)) throw new Error('reCAPTCHA answered something else than a verdict.')
    return verdict
  } finally {
    clearTimeout(timer)
  }
}

/**
 * The body, in time. Node 20's `fetch` keeps its request by a weak reference only: once the headers are there, a garbage collection makes
 * it deaf to its signal, so the body is ended here.
 */
async function readLimited(response: Response, signal: AbortSignal): Promise<string> {
  const reader = response.body?.getReader()
  // A body that ended with the signal already cannot be cancelled; the loop below reports why it ended.
  signal.addEventListener('abort', () => void reader?.cancel().catch(() => undefined))
  const chunks: Uint8Array[] = []
  let length = 0
  for (;;) {
    const chunk = await reader?.read()
    signal.throwIfAborted()
    if (!chunk || chunk.done) return Buffer.concat(chunks).toString()
    length += chunk.value.length
    if (length > longestAnswer) {
      await reader?.cancel()
      throw new Error('reCAPTCHA answered too much.')
    }
    chunks.push(chunk.value)
  }
}

function isVerdict(value: unknown): value is Verdict {
  return typeof value === 'object' && value !== null && 'success' in value
}

/** The settings are wrong then, not the visitor. */
function isSecretRefused(verdict: Verdict): boolean {
  const codes = verdict['error-codes']
  return Array.isArray(codes) && codes.some((code) => String(code).endsWith('-input-secret'))
}
