import type { PayloadRequest } from 'payload'

import { optionsOf } from '../options'
import type { CaptchaChallenge, CaptchaForm, CaptchaSettings } from '../types'
import { readKeys } from './keys'

/** What a form needs for reCAPTCHA, null where it is not set up. The checkbox is put into its place by the form itself. */
export async function recaptchaChallenge(
  req: PayloadRequest,
  kind: 'recaptchaV2' | 'recaptchaV3',
  form: CaptchaForm,
  settings: CaptchaSettings,
): Promise<CaptchaChallenge | null> {
  const keys = await readKeys(req, settings)
  if (!keys) return null
  const scriptUrl = new URL(optionsOf(req.payload.config).recaptchaScriptUrl)
  scriptUrl.searchParams.set('render', kind === 'recaptchaV2' ? 'explicit' : keys.siteKey)
  return { action: form, kind, scriptUrl: scriptUrl.href, siteKey: keys.siteKey }
}
