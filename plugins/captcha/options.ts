import type { Config, SanitizedConfig } from 'payload'

export type CaptchaOptions = {
  /** Slug of the global that gets the settings. */
  global: string
  /** Address of reCAPTCHA's script. Default: `RECAPTCHA_SCRIPT_URL`, else Google's. */
  scriptUrl?: string
  /** Label of the tab in it that gets them; without it, or where there is no such tab, they stand at the end. */
  tab?: string
  /** Address that reCAPTCHA's tokens are checked at. Default: `RECAPTCHA_VERIFY_URL`, else Google's. */
  verifyUrl?: string
}

/** Fills in the defaults. */
export function sanitizeOptions(options: CaptchaOptions): Required<CaptchaOptions> {
  return {
    global: options.global,
    scriptUrl:
      options.scriptUrl ??
      (process.env.RECAPTCHA_SCRIPT_URL || 'https://www.google.com/recaptcha/api.js'),
    tab: options.tab ?? '',
    verifyUrl:
      options.verifyUrl ??
      (process.env.RECAPTCHA_VERIFY_URL || 'https://www.google.com/recaptcha/api/siteverify'),
  }
}

/** The options that the plugin was added with. */
export function optionsOf(config: Config | SanitizedConfig): Required<CaptchaOptions> {
  const { captcha } = (config.custom ?? {}) as { captcha?: Required<CaptchaOptions> }
  if (!captcha) throw new Error('captcha: the plugin is not among the plugins of the config.')
  return captcha
}
