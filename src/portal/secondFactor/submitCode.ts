'use server'

import { redirect } from 'next/navigation'

import { completeSecondFactor } from '../../accounts/login/completeSecondFactor'
import { formOf } from '../actions/formOf'
import { refuseForeignOrigin } from '../actions/refuse'
import { textOf } from '../actions/textOf'
import { safeRedirect } from '../session/redirect'
import { portalRequest } from '../session/request'
import { deviceTokenOfBrowser, readCookie, setSessionCookie } from '../session/setCookies'

export type CodeState = 'gone' | 'idle' | 'locked' | 'unavailable' | 'wrong'

/** The second step of a login. The first one left its token in a cookie. */
export async function submitCode(_previous: CodeState, sent: unknown): Promise<CodeState> {
  await refuseForeignOrigin()
  const form = formOf(sent)
  const req = await portalRequest()
  const { payload } = req
  const result = await completeSecondFactor(req, {
    code: textOf(form.get('code')).trim(),
    deviceToken: await deviceTokenOfBrowser(payload),
    token: await readCookie(payload, 'secondFactor'),
  }).catch((err: unknown) => {
    payload.logger.error({ err, msg: 'A second factor could not be checked' })
    return { outcome: 'unavailable' } as const
  })
  if (result.outcome !== 'signedIn') return result.outcome
  await setSessionCookie(payload, result.session)
  redirect(safeRedirect(textOf(form.get('redirect'))))
}
