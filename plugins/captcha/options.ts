import type { Config, SanitizedConfig } from 'payload'
import type { CollectionOverrides } from '../../src/overrides/overrideCollection'
import { sanitizeSlugs } from '../../src/slugs/sanitizeSlugs'
import { parseUrl } from '../../src/text/parseUrl'

/** The collections that the plugin adds, by the name that they have here and in the database. */
export const ownSlugs = ['captcha-challenges'] as const

type OwnSlug = (typeof ownSlugs)[number]

export type CaptchaOptions = CollectionOverrides<OwnSlug> & {
  /** Slug of the global that gets the settings. */
  global: string
  /** Address of reCAPTCHA's script. Default: `RECAPTCHA_SCRIPT_URL`, else Google's. */
  recaptchaScriptUrl?: string
  /** Address that reCAPTCHA's tokens are checked at. Default: `RECAPTCHA_VERIFY_URL`, else Google's. */
  recaptchaVerifyUrl?: string
  /** What the plugin's collections are called in this app, by its own names. Their tables keep these. */
  slugs?: Partial<Record<OwnSlug, string>>
  /** Label of the tab in it that gets them; without it, or where there is no such tab, they stand at the end. */
  tab?: string
}

export type SanitizedOptions = Required<Omit<CaptchaOptions, keyof CollectionOverrides<OwnSlug>>>

/**
 * Fills in the defaults.
 *
 * @throws Error for an address or a slug that is none
 */
export function sanitizeOptions(options: CaptchaOptions): SanitizedOptions {
  const { RECAPTCHA_SCRIPT_URL: script, RECAPTCHA_VERIFY_URL: verify } = process.env
  return {
    global: options.global,
    recaptchaScriptUrl: addressIn(
      options.recaptchaScriptUrl || script || 'https://www.google.com/recaptcha/api.js',
    ),
    recaptchaVerifyUrl: addressIn(
      options.recaptchaVerifyUrl || verify || 'https://www.google.com/recaptcha/api/siteverify',
    ),
    slugs: sanitizeSlugs('captcha', ownSlugs, options.slugs ?? {}),
    tab: options.tab ?? '',
  }
}

/** The options that the plugin was added with; null where it was not. */
export function findOptions(config: Config | SanitizedConfig): null | SanitizedOptions {
  const { captcha } = (config.custom ?? {}) as { captcha?: SanitizedOptions }
  return captcha ?? null
}

/**
 * The options that the plugin was added with.
 *
 * @throws Error when it was not added
 */
export function optionsOf(config: Config | SanitizedConfig): SanitizedOptions {
  const options = findOptions(config)
  if (!options) throw new Error('captcha: the plugin is not among the plugins of the config.')
  return options
}

function addressIn(text: string): string {
  if (!parseUrl(text)) throw new Error(`captcha: ${text} is not an address.`)
  return text
}
