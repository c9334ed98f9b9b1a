import type { GlobalSlug, PayloadRequest } from 'payload'

import { optionsOf } from './options'
import type { CaptchaForm, CaptchaSettings } from './types'

/** The settings as they are now, and the name of the provider that a form asks for: null when it asks for none. */
export async function settingsFor(
  req: PayloadRequest,
  form: CaptchaForm,
): Promise<{ name: null | string; settings: CaptchaSettings }> {
  const { global } = optionsOf(req.payload.config)
  // The form needs them whoever fills it in; only what a visitor has to see is shown.
  const settings = (await req.payload.findGlobal({
    depth: 0,
    overrideAccess: true,
    req,
    slug: global as GlobalSlug,
  })) as CaptchaSettings
  const name = settings.captchaProvider ?? 'none'
  const isAsked = name !== 'none' && settings.captchaForms?.includes(form)
  return { name: isAsked ? name : null, settings }
}
