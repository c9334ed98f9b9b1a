'use server'

import { notFound, redirect } from 'next/navigation'

import { register, type RegistrationErrors } from '../../accounts/registration/register'
import { formOf } from '../actions/formOf'
import { refuseForeignOrigin } from '../actions/refuse'
import { textOf } from '../actions/textOf'
import { type CaptchaChallenge, nextChallenge } from '../captcha/nextChallenge'
import { readCaptcha } from '../captcha/readCaptcha'
import { getI18n } from '../i18n/getI18n'
import { knownLanguage } from '../i18n/language'
import { portalRequest } from '../session/request'
import { deviceTokenOfBrowser, setSessionCookie } from '../session/setCookies'
import { paths } from '../shell/paths'

export type RegistrationState = {
  challenge?: CaptchaChallenge
  email: string
  error: 'captcha' | 'captchaUnavailable' | 'invalid' | 'tooMany' | 'unavailable' | null
  errors: RegistrationErrors
  isSent?: boolean
  minutes?: number
  name: string
}

/** Registers a customer; who need not confirm their address first is signed in. */
export async function submitRegistration(
  _previous: RegistrationState,
  sent: unknown,
): Promise<RegistrationState> {
  await refuseForeignOrigin()
  const form = formOf(sent)
  const req = await portalRequest()
  const { payload } = req
  const fields = { email: textOf(form.get('email')).trim(), name: textOf(form.get('name')) }
  const result = await register(req, {
    ...fields,
    captcha: readCaptcha(form),
    deviceToken: await deviceTokenOfBrowser(payload),
    language: knownLanguage((await getI18n()).language),
    password: textOf(form.get('password')),
  }).catch((err: unknown) => {
    payload.logger.error({ err, msg: 'A customer could not register' })
    return { outcome: 'unavailable' } as const
  })
  if (result.outcome === 'off') notFound()
  if (result.outcome === 'checkMail') return { ...fields, error: null, errors: {}, isSent: true }
  if (result.outcome === 'signedIn') {
    await setSessionCookie(payload, result.session)
    redirect(paths.dashboard)
  }
  return {
    ...fields,
    challenge: await nextChallenge(req, 'register'),
    error: result.outcome === 'captchaFailed' ? 'captcha' : result.outcome,
    errors: result.outcome === 'invalid' ? result.errors : {},
    minutes: result.outcome === 'tooMany' ? Math.ceil(result.retryAfter / 60) : undefined,
  }
}
