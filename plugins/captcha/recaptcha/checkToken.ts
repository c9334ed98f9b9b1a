import type { PayloadRequest } from 'payload'

import type { CaptchaAttempt, CaptchaSettings } from '../types'
import { readKeys } from './keys'
import { siteVerify, type Verdict } from './siteVerify'

const longestToken = 8192

/**
 * Whether Google's service says that a token is good, and it was made on this site. The service is asked without a token too: where it
 * does not answer, browsers get no token, and nobody can say whether they were solved.
 *
 * @param isGoodEnough what else has to hold for a token that is good
 * @see https://developers.google.com/recaptcha/docs/verify
 */
export async function checkToken(
  req: PayloadRequest,
  { ip, response }: CaptchaAttempt,
  settings: CaptchaSettings,
  isGoodEnough: (verdict: Verdict) => boolean,
): Promise<'failed' | 'passed' | 'unavailable'> {
  const keys = await readKeys(req, settings)
  if (!keys) return 'unavailable'
  const { recaptcha } = response
  const token = typeof recaptcha === 'string' && recaptcha.length <= longestToken ? recaptcha : ''
  const verdict = await siteVerify(req.payload, { ip, secretKey: keys.secretKey, token })
  if (!verdict) return 'unavailable'
  const isGood = token !== '' && verdict.success === true && verdict.hostname === keys.hostname
  return isGood && isGoodEnough(verdict) ? 'passed' : 'failed'
}
