'use server'

import { redirect } from 'next/navigation'

import { confirmSocialProof } from '../../../accounts/social/socialProof'
import { formOf } from '../../actions/formOf'
import { refuseForeignOrigin } from '../../actions/refuse'
import { textOf } from '../../actions/textOf'
import { portalRequest } from '../../session/request'
import {
  clearCookie,
  deviceTokenOfBrowser,
  readCookie,
  setCookie,
  setSessionCookie,
} from '../../session/setCookies'
import { paths } from '../../shell/paths'

export type ProofState =
  | 'disabled'
  | 'failed'
  | 'gone'
  | 'idle'
  | 'otherBrowser'
  | 'registrationOff'
  | 'tooMany'
  | 'unconfirmed'

/** Uses the mailed link of a sign-in with another account; its page's button calls this. */
export async function submitProof(_previous: ProofState, sent: unknown): Promise<ProofState> {
  await refuseForeignOrigin()
  const form = formOf(sent)
  const req = await portalRequest()
  const { payload } = req
  const result = await confirmSocialProof(req, {
    browser: await readCookie(payload, 'socialProof'),
    deviceToken: await deviceTokenOfBrowser(payload),
    token: textOf(form.get('token')),
  }).catch((err: unknown) => {
    payload.logger.error({ err, msg: 'A sign-in could not be confirmed by its mailed link' })
    return { outcome: 'failed' } as const
  })
  switch (result.outcome) {
    case 'signedIn':
      await setSessionCookie(payload, result.session)
      await clearCookie(payload, 'socialProof')
      return redirect(paths.dashboard)
    case 'secondFactor':
      await setCookie(payload, 'secondFactor', result.token, null)
      await clearCookie(payload, 'socialProof')
      return redirect(paths.secondFactor)
    case 'emailMissing':
      return 'failed'
    default:
      return result.outcome
  }
}
