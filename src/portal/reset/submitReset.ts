'use server'

import { redirect } from 'next/navigation'

import type { PasswordError } from '../../accounts/passwords/policy'
import { type ResetResult, resetPassword } from '../../accounts/reset/resetPassword'
import { formOf } from '../actions/formOf'
import { refuseForeignOrigin } from '../actions/refuse'
import { textOf } from '../actions/textOf'
import { portalRequest } from '../session/request'
import { deviceTokenOfBrowser } from '../session/setCookies'
import { paths } from '../shell/paths'

export type ResetState = {
  error: PasswordError | null
  outcome: 'gone' | 'idle' | 'tooMany' | 'unavailable'
}

/**
 * Sets a new password by a mailed link.
 *
 * @throws Next's redirect to the page that says so: this one is drawn anew with the cookie that is set, and its link is used up
 */
export async function submitReset(_previous: ResetState, sent: unknown): Promise<ResetState> {
  await refuseForeignOrigin()
  const form = formOf(sent)
  const purpose = form.get('purpose') === 'invitation' ? 'invitation' : 'resetPassword'
  const result = await setPassword(form, purpose)
  if (result.outcome === 'reset') {
    redirect(`${paths[purpose]}?done${result.removed ? '=removed' : ''}`)
  }
  if (result.outcome === 'invalid') return { error: result.error, outcome: 'idle' }
  return { error: null, outcome: result.outcome }
}

async function setPassword(
  form: FormData,
  purpose: 'invitation' | 'resetPassword',
): Promise<ResetResult | { outcome: 'unavailable' }> {
  const req = await portalRequest()
  try {
    return await resetPassword(req, {
      deviceToken: await deviceTokenOfBrowser(req.payload),
      password: textOf(form.get('password')),
      purpose,
      token: textOf(form.get('token')),
    })
  } catch (err) {
    req.payload.logger.error({ err, msg: 'A password could not be reset' })
    return { outcome: 'unavailable' }
  }
}
