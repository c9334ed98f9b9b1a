import type { GlobalSlug, PayloadRequest } from 'payload'

import { rememberGlobal } from '../../src/database/globalMemory'
import { findOptions } from './options'
import type { CaptchaForm, CaptchaSettings } from './types'

/** The settings as they are now, and the name of the provider that a form asks for: null when it asks for none, as in an app without the plugin. */
export async function settingsFor(
  req: PayloadRequest,
  form: CaptchaForm,
): Promise<{ name: null | string; settings: CaptchaSettings }> {
  const options = findOptions(req.payload.config)
  if (!options) return { name: null, settings: {} }
  const { payload } = req
  const slug = options.global as GlobalSlug
  const settings = (await rememberGlobal(payload, {
    as: 'captcha',
    // The form needs them whoever fills it in; only what a visitor has to see is shown.
    read: (within) => payload.findGlobal({ depth: 0, overrideAccess: true, req: within, slug }),
    req,
    slug,
  })) as CaptchaSettings
  const name = settings.captchaProvider ?? 'none'
  const isAsked = name !== 'none' && settings.captchaForms?.includes(form)
  return { name: isAsked ? name : null, settings }
}
