'use server'

import type { PasswordError } from '../../accounts/passwords/policy'
import { resetPassword } from '../../accounts/reset/resetPassword'
import { refuseForeignOrigin } from '../actions/refuse'
import { textOf } from '../actions/textOf'
import { portalRequest } from '../session/request'
import { deviceTokenOfBrowser } from '../session/setCookies'

export type ResetState = {
  error: PasswordError | null
  outcome: 'gone' | 'idle' | 'reset' | 'tooMany' | 'unavailable'
}

/** Sets a new password by a mailed link. */
export async function submitReset(_previous: ResetState, form: FormData): Promise<ResetState> {
  await refuseForeignOrigin()
  const req = await portalRequest()
  try {
    const result = await resetPassword(req, {
      deviceToken: await deviceTokenOfBrowser(req.payload),
      password: textOf(form.get('password')),
      purpose: form.get('purpose') === 'invitation' ? 'invitation' : 'resetPassword',
      token: textOf(form.get('token')),
    })
    if (result.outcome === 'invalid') return { error: result.error, outcome: 'idle' }
    return { error: null, outcome: result.outcome }
  } catch (err) {
    req.payload.logger.error({ err, msg: 'A password could not be reset' })
    return { error: null, outcome: 'unavailable' }
  }
}
