import type { PayloadRequest, StaticLabel } from 'payload'

/** The forms that can ask for a CAPTCHA. */
export type CaptchaForm = 'forgot' | 'login' | 'register'

export type MathOperator = '+' | '×' | '−'

export type MathQuestion = { left: number; operator: MathOperator; right: number }

/** What the form shows. */
export type CaptchaChallenge =
  | { action: string; kind: 'recaptchaV2' | 'recaptchaV3'; scriptUrl: string; siteKey: string }
  | { kind: 'math'; question: MathQuestion; token: string }

/** What came back, as the form sent it: nothing of it is checked yet. */
export type CaptchaResponse = { answer?: unknown; recaptcha?: unknown; token?: unknown }

export type CaptchaAttempt = {
  form: CaptchaForm
  /** The visitor's address, where it is known. */
  ip: null | string
  response: CaptchaResponse
}

/** The plugin's settings as they are stored. The secret key is read by who needs it. */
export type CaptchaSettings = {
  captchaForms?: CaptchaForm[] | null
  captchaProvider?: null | string
  recaptchaMinScore?: null | number
  recaptchaSiteKey?: null | string
}

/** One kind of CAPTCHA. Another one is one more file that exports this, entered in `providers/index.ts`. */
export type CaptchaProvider = {
  /** What to show; null where the provider is not set up. */
  challenge: (
    req: PayloadRequest,
    form: CaptchaForm,
    settings: CaptchaSettings,
  ) => Promise<CaptchaChallenge | null>
  /** How the settings call it. */
  label: StaticLabel
  /** Its value in the settings. */
  name: string
  /** Whether the visitor solved it. `unavailable`: nobody can say right now. */
  verify: (
    req: PayloadRequest,
    attempt: CaptchaAttempt,
    settings: CaptchaSettings,
  ) => Promise<'failed' | 'passed' | 'unavailable'>
}
