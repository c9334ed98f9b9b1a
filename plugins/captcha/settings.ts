import type { GlobalSlug, PayloadRequest } from 'payload'

import { optionsOf } from './options'
import type { CaptchaForm, CaptchaName } from './types'

export type CaptchaSettings = {
  captchaForms?: CaptchaForm[] | null
  captchaProvider?: 'none' | CaptchaName | null
  recaptchaMinScore?: null | number
  recaptchaSiteKey?: null | string
}

/** The settings as they are now. */
export async function readCaptchaSettings(req: PayloadRequest): Promise<CaptchaSettings> {
  const { global } = optionsOf(req.payload.config)
  // The form needs them whoever fills it in; only what a visitor has to see is shown.
  const settings = await req.payload.findGlobal({
    depth: 0,
    overrideAccess: true,
    req,
    slug: global as GlobalSlug,
  })
  return settings
}

/** The kind of CAPTCHA that a form asks for; null when none. */
export async function captchaOf(
  req: PayloadRequest,
  form: CaptchaForm,
): Promise<CaptchaName | null> {
  const { captchaForms, captchaProvider } = await readCaptchaSettings(req)
  if (!captchaProvider || captchaProvider === 'none') return null
  return captchaForms?.includes(form) ? captchaProvider : null
}
