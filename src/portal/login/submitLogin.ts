'use server'

import { redirect } from 'next/navigation'

import { logIn } from '../../accounts/login/logIn'
import { formOf } from '../actions/formOf'
import { refuseForeignOrigin } from '../actions/refuse'
import { textOf } from '../actions/textOf'
import { type CaptchaChallenge, nextChallenge } from '../captcha/nextChallenge'
import { readCaptcha } from '../captcha/readCaptcha'
import { safeRedirect } from '../session/redirect'
import { portalRequest } from '../session/request'
import { deviceTokenOfBrowser, setCookie, setSessionCookie } from '../session/setCookies'
import { paths } from '../shell/paths'

export type LoginError =
  'captcha' | 'disabled' | 'missing' | 'tooMany' | 'unavailable' | 'unconfirmed' | 'wrong'

export type LoginState = {
  /** Undefined: the one that came with the page still holds. */
  challenge?: CaptchaChallenge
  email: string
  error: LoginError | null
  /** Minutes to wait, with `tooMany`. */
  minutes?: number
}

/** Logs a customer in and sends them to the page they came for. */
export async function submitLogin(_previous: LoginState, sent: unknown): Promise<LoginState> {
  await refuseForeignOrigin()
  const form = formOf(sent)
  const email = textOf(form.get('email')).trim()
  const password = textOf(form.get('password'))
  const target = safeRedirect(textOf(form.get('redirect')))
  if (!email || !password) return { email, error: 'missing' }

  const req = await portalRequest()
  const { payload } = req
  const result = await logIn(req, {
    captcha: readCaptcha(form),
    deviceToken: await deviceTokenOfBrowser(payload),
    email,
    isRemembered: form.get('remember') === 'on',
    password,
  }).catch((err: unknown) => {
    payload.logger.error({ err, msg: 'A customer could not log in' })
    return { outcome: 'unavailable' } as const
  })
  const state = async (error: LoginError) => ({
    challenge: await nextChallenge(req, 'login', result.outcome === 'captchaFallback'),
    email,
    error,
  })
  switch (result.outcome) {
    case 'signedIn':
      await setSessionCookie(payload, result.session)
      return redirect(target)
    case 'secondFactor':
      await setCookie(payload, 'secondFactor', result.token, null)
      return redirect(`${paths.secondFactor}?redirect=${encodeURIComponent(target)}`)
    case 'tooMany':
      return { ...(await state('tooMany')), minutes: Math.ceil(result.retryAfter / 60) }
    case 'captchaFailed':
    case 'captchaFallback':
      return state('captcha')
    case 'refused':
      return state('wrong')
    default:
      return state(result.outcome)
  }
}
