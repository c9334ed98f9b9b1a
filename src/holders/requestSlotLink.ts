import type { PayloadRequest } from 'payload'

import type { CustomerLanguage } from '../../collections/Customers/fields/language'
import { type CaptchaResponse, verifyCaptcha } from '../../plugins/captcha'
import { atLeast } from '../accounts/atLeast'
import { clientOf } from '../accounts/client'
import { parseEmail } from '../accounts/emails'
import { countRequest } from '../accounts/limits/rateLimits'
import { readCode } from './readCode'
import { sendSlotLink } from './sendSlotLink'

export type SlotLinkRequest = {
  captcha: CaptchaResponse
  code: unknown
  email: unknown
  /** Of the page, for a holder without an account. */
  language: CustomerLanguage | null
}

export type SlotLinkResult =
  | { outcome: 'captchaFailed' | 'captchaUnavailable' | 'codeMissing' | 'emailInvalid' | 'sent' }
  | { outcome: 'tooMany'; retryAfter: number }

/** Longer than looking the licence up and queueing a mail usually take. */
const answerMs = 300

/**
 * Asks for a link at which a slot of a licence can be freed without logging in. The answer is the same, and as late, whether there is
 * such a licence, and whoever's it is; the link goes to its holder alone.
 */
export async function requestSlotLink(
  req: PayloadRequest,
  request: SlotLinkRequest,
): Promise<SlotLinkResult> {
  const started = performance.now()
  const { ip } = clientOf(req)
  const retryAfter = await countRequest(req, 'slotLink', ip)
  if (retryAfter !== null) return { outcome: 'tooMany', retryAfter }
  // The form of a forgotten password: who loses a machine is asked what who loses a password is.
  const captcha = await verifyCaptcha(req, { form: 'forgot', ip, response: request.captcha })
  if (captcha === 'unavailable') return { outcome: 'captchaUnavailable' }
  if (captcha !== 'passed') return { outcome: 'captchaFailed' }
  const code = readCode(request.code)
  if (!code) return { outcome: 'codeMissing' }
  const email = parseEmail(request.email)
  if (!email) return { outcome: 'emailInvalid' }
  await sendSlotLink(req, { code, email, language: request.language })
  return atLeast(answerMs, started, { outcome: 'sent' })
}
