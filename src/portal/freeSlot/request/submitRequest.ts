'use server'

import { notFound } from 'next/navigation'

import { transactionOf } from '../../../../collections/transaction'
import { requestSlotLink } from '../../../holders/requestSlotLink'
import { formOf } from '../../actions/formOf'
import { refuseForeignOrigin } from '../../actions/refuse'
import { textOf } from '../../actions/textOf'
import { type CaptchaChallenge, nextChallenge } from '../../captcha/nextChallenge'
import { readCaptcha } from '../../captcha/readCaptcha'
import { getI18n } from '../../i18n/getI18n'
import { knownLanguage } from '../../i18n/language'
import { slotAllowance } from '../../../licensing/repository/slotAllowance'
import { portalRequest } from '../../session/request'

export type RequestState = {
  challenge?: CaptchaChallenge
  code: string
  email: string
  error:
    | 'captcha'
    | 'captchaUnavailable'
    | 'codeMissing'
    | 'emailInvalid'
    | 'tooMany'
    | 'unavailable'
    | null
  isSent?: boolean
  minutes?: number
}

/**
 * Asks for a mailed link at which a slot can be freed. The answer is the same for every licence and address.
 *
 * @throws Next's 404 where the settings allow none
 */
export async function submitRequest(_previous: RequestState, sent: unknown): Promise<RequestState> {
  await refuseForeignOrigin()
  const form = formOf(sent)
  const req = await portalRequest()
  if ((await slotAllowance(await transactionOf(req))) === 0) notFound()
  const [code, email] = [textOf(form.get('code')).trim(), textOf(form.get('email')).trim()]
  const language = knownLanguage((await getI18n()).language)
  const request = { captcha: readCaptcha(form), code, email, language }
  const result = await requestSlotLink(req, request).catch((err: unknown) => {
    req.payload.logger.error({ err, msg: 'A link to free a slot could not be asked for' })
    return { outcome: 'unavailable' } as const
  })
  if (result.outcome === 'sent') return { code: '', email, error: null, isSent: true }
  return {
    challenge: await nextChallenge(req, 'forgot'),
    code,
    email,
    error: result.outcome === 'captchaFailed' ? 'captcha' : result.outcome,
    minutes: result.outcome === 'tooMany' ? Math.ceil(result.retryAfter / 60) : undefined,
  }
}
