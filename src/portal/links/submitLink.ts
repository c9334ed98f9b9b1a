'use server'

import { cancelEmailChangeByLink } from '../../accounts/emailChange/cancelEmailChange'
import { confirmEmailChange } from '../../accounts/emailChange/confirmEmailChange'
import { confirmEmail } from '../../accounts/registration/confirmEmail'
import { discardAccount } from '../../accounts/registration/discardAccount'
import { endSessionByLink } from '../../accounts/sessions/endSessionByLink'
import { formOf } from '../actions/formOf'
import { refuseForeignOrigin } from '../actions/refuse'
import { textOf } from '../actions/textOf'
import { portalRequest } from '../session/request'
import type { LinkKind } from './kinds'

export type LinkState = {
  outcome:
    | 'cancelled'
    | 'changed'
    | 'confirmed'
    | 'discarded'
    | 'ended'
    | 'failed'
    | 'gone'
    | 'idle'
    | 'taken'
}

const operations = {
  cancelEmailChange: cancelEmailChangeByLink,
  changeEmail: confirmEmailChange,
  confirmEmail,
  endSession: endSessionByLink,
}

/** Does what a mailed link is for. The button on its page calls it: opening the page does nothing. */
export async function submitLink(
  kind: LinkKind,
  _previous: LinkState,
  sent: unknown,
): Promise<LinkState> {
  await refuseForeignOrigin()
  const form = formOf(sent)
  const req = await portalRequest()
  // The kind went through the browser: what is no text is none, nor are names of what every object has.
  if (typeof kind !== 'string' || !Object.hasOwn(operations, kind)) return { outcome: 'failed' }
  const operation =
    kind === 'confirmEmail' && form.get('decline') !== null ? discardAccount : operations[kind]
  try {
    return { outcome: await operation(req, textOf(form.get('token'))) }
  } catch (err) {
    req.payload.logger.error({ err, msg: `A mailed link (${kind}) could not be used` })
    return { outcome: 'failed' }
  }
}
