import type { PayloadRequest } from 'payload'

import { readSecret } from '../../../src/secrets/secretField'
import { logSometimes } from '../logSometimes'
import { optionsOf } from '../options'
import type { CaptchaSettings } from '../types'
import { parseUrl } from '../../../src/text/parseUrl'

export type RecaptchaKeys = {
  /** The host name of this site, which tokens must be made on. */
  hostname: string
  secretKey: string
  siteKey: string
}

/** What reCAPTCHA needs, null where a part is missing: that is logged, for somebody has switched it on. */
export async function readKeys(
  { payload }: PayloadRequest,
  { recaptchaSiteKey: siteKey }: CaptchaSettings,
): Promise<null | RecaptchaKeys> {
  const { global } = optionsOf(payload.config)
  const secretKey = await readSecret(payload, global, 'recaptchaSecretKey')
  const { serverURL } = payload.config
  const hostname = parseUrl(serverURL)?.hostname
  if (siteKey && secretKey && hostname) return { hostname, secretKey, siteKey }
  logSometimes(payload, {
    msg: 'reCAPTCHA is switched on, but the site key, a secret key that can be read, or the address of the server is missing.',
  })
  return null
}
