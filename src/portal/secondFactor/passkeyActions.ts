'use server'

import { logInWithPasskey, startPasskeyLogin } from '../../accounts/passkeys/logInWithPasskey'
import { refuseForeignOrigin } from '../actions/refuse'
import { safeRedirect } from '../session/redirect'
import { portalRequest } from '../session/request'
import { deviceTokenOfBrowser, setSessionCookie } from '../session/setCookies'

/** What the browser asks its devices for; null when that cannot be had now. */
export async function beginPasskeyLogin(): ReturnType<typeof startPasskeyLogin> {
  await refuseForeignOrigin()
  const req = await portalRequest()
  return startPasskeyLogin(req).catch((err: unknown) => {
    req.payload.logger.error({ err, msg: 'A passkey login could not begin' })
    return null
  })
}

type PasskeyLogin = { isRemembered: boolean; redirect: string; response: unknown }

/** Signs in with what the device answered; where to go then, null when refused. */
export async function endPasskeyLogin(login: null | PasskeyLogin): Promise<null | string> {
  await refuseForeignOrigin()
  const { isRemembered, redirect, response }: Partial<PasskeyLogin> = login ?? {}
  const req = await portalRequest()
  const { payload } = req
  const session = await logInWithPasskey(req, {
    deviceToken: await deviceTokenOfBrowser(payload),
    isRemembered: isRemembered === true,
    response,
  }).catch((err: unknown) => {
    payload.logger.error({ err, msg: 'A passkey could not be checked' })
    return null
  })
  if (!session) return null
  await setSessionCookie(payload, session)
  return safeRedirect(typeof redirect === 'string' ? redirect : '')
}
