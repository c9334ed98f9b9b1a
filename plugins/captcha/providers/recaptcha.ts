import type { PayloadRequest } from 'payload'

import { readSecret } from '../../../src/secrets/secretField'
import { type CaptchaOptions, optionsOf } from '../options'
import { readCaptchaSettings } from '../settings'
import type { CaptchaAttempt, CaptchaForm, CaptchaProvider } from '../types'

const patienceMs = 3000
const longestAnswer = 64 * 1024
const longestToken = 8192

/** What Google's service says of a token. */
type Verdict = { action?: unknown; hostname?: unknown; score?: unknown; success?: unknown }

/**
 * Google reCAPTCHA. A token counts when the service says so and it was made on this site; a score also for this form and not below the
 * lowest that the settings let pass.
 *
 * @see https://developers.google.com/recaptcha/docs/verify
 */
export function recaptcha(kind: 'recaptchaV2' | 'recaptchaV3'): CaptchaProvider {
  return {
    challenge: async (req, form) => {
      const { recaptchaSiteKey } = await readCaptchaSettings(req)
      if (!recaptchaSiteKey) return null
      const { scriptUrl } = optionsOf(req.payload.config)
      return { action: form, kind, scriptUrl, siteKey: recaptchaSiteKey }
    },
    verify: async (req, attempt) => {
      const options = optionsOf(req.payload.config)
      const secret = await readSecret(req.payload, options.global, 'recaptchaSecretKey')
      if (!secret) {
        req.payload.logger.error(
          'reCAPTCHA is switched on, but there is no secret key that can be read.',
        )
        return 'unavailable'
      }
      const token = tokenOf(attempt)
      if (!token) return 'failed'
      const verdict = await ask(req, options, secret, token, attempt.ip)
      if (!verdict) return 'unavailable'
      return (await isGood(req, kind, attempt, verdict)) ? 'passed' : 'failed'
    },
  }
}

/**
 * The token that is asked about. A visitor who was shown the sum instead has none: then the service is asked about nothing, to learn
 * whether it still does not answer.
 */
function tokenOf({ response }: CaptchaAttempt): null | string {
  const { recaptcha: token } = response
  if (typeof token === 'string' && token) return token.length > longestToken ? null : token
  return response.token ? 'none' : null
}

async function isGood(
  req: PayloadRequest,
  kind: 'recaptchaV2' | 'recaptchaV3',
  { form }: CaptchaAttempt,
  verdict: Verdict,
): Promise<boolean> {
  const { hostname } = new URL(req.payload.config.serverURL || 'http://localhost')
  if (verdict.success !== true || verdict.hostname !== hostname) return false
  if (kind === 'recaptchaV2') return true
  const { recaptchaMinScore } = await readCaptchaSettings(req)
  const action: CaptchaForm = form
  return (
    verdict.action === action &&
    typeof verdict.score === 'number' &&
    verdict.score >= (recaptchaMinScore ?? 0.5)
  )
}

/** Asks the service; null when it does not answer as documented. */
async function ask(
  req: PayloadRequest,
  { verifyUrl }: Required<CaptchaOptions>,
  secret: string,
  token: string,
  ip: null | string,
): Promise<null | Verdict> {
  try {
    const response = await fetch(verifyUrl, {
      body: new URLSearchParams({ response: token, secret, ...(ip ? { remoteip: ip } : {}) }),
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMs),
    })
    if (!response.ok) throw new Error(`reCAPTCHA answered ${response.status}.`)
    const verdict: unknown = JSON.parse(await readLimited(response))
    if (!verdict || typeof verdict !== 'object' || !('success' in verdict)) {
      throw new Error('reCAPTCHA answered something else than a verdict.')
    }
    return verdict
  } catch (err) {
    req.payload.logger.warn({ err, msg: 'reCAPTCHA could not be asked' })
    return null
  }
}

async function readLimited(response: Response): Promise<string> {
  const reader = response.body?.getReader()
  const chunks: Uint8Array[] = []
  let length = 0
  for (;;) {
    const chunk = await reader?.read()
    if (!chunk || chunk.done) return Buffer.concat(chunks).toString()
    length += chunk.value.length
    if (length > longestAnswer) throw new Error('reCAPTCHA answered too much.')
    chunks.push(chunk.value)
  }
}
