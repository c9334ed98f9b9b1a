import { APIError } from 'payload'

const refusals = {
  captchaFailed: [400, 'The CAPTCHA was not solved.'],
  captchaFallback: [400, 'The CAPTCHA was not solved.'],
  captchaUnavailable: [503, 'The CAPTCHA cannot be checked right now.'],
  disabled: [403, 'This account is disabled.'],
  emailInvalid: [400, 'Send an e-mail address.'],
  refused: [401, 'The e-mail address or password is wrong.'],
  unconfirmed: [403, 'Confirm your e-mail address first.'],
} as const

/**
 * Answers what an operation refused.
 *
 * @throws APIError always
 */
export function refuse(outcome: keyof typeof refusals): never {
  const [status, message] = refusals[outcome]
  throw new APIError(message, status, null, true)
}

/** The answer to too many requests. */
export function tooMany(retryAfter: number): Response {
  return Response.json(
    { errors: [{ message: 'Too many attempts.' }] },
    { headers: { 'Retry-After': String(retryAfter) }, status: 429 },
  )
}
