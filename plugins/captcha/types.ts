import type { PayloadRequest } from 'payload'

/** The forms that can ask for a CAPTCHA. */
export type CaptchaForm = 'forgot' | 'login' | 'register'

/** The settings' choices. */
export type CaptchaName = 'math' | 'recaptchaV2' | 'recaptchaV3'

/** What the form shows. */
export type CaptchaChallenge =
  | { action: string; kind: 'recaptchaV2' | 'recaptchaV3'; scriptUrl: string; siteKey: string }
  | { kind: 'math'; left: number; operator: MathOperator; right: number; token: string }

export type MathOperator = 'minus' | 'plus'

/** What came back, as the form sent it: nothing of it is checked yet. */
export type CaptchaResponse = { answer?: unknown; recaptcha?: unknown; token?: unknown }

export type CaptchaAttempt = {
  form: CaptchaForm
  /** The visitor's address, where it is known. */
  ip: null | string
  response: CaptchaResponse
}

/** One kind of CAPTCHA. Another one is one more file that exports this, entered in `providers/index.ts`. */
export type CaptchaProvider = {
  /** What to show; null where the provider is not set up. */
  challenge: (req: PayloadRequest, form: CaptchaForm) => Promise<CaptchaChallenge | null>
  /** Whether the visitor solved it. `unavailable`: nobody can say right now. */
  verify: (
    req: PayloadRequest,
    attempt: CaptchaAttempt,
  ) => Promise<'failed' | 'passed' | 'unavailable'>
}
