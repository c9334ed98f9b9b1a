import { APIError, type Endpoint, Forbidden, NotFound, type PayloadRequest } from 'payload'

import { isAdminRequest } from '../../access/isAdmin'
import { confirmByHand } from '../../src/accounts/admin/confirmByHand'
import { disableAccount } from '../../src/accounts/admin/disableAccount'
import { enableAccount } from '../../src/accounts/admin/enableAccount'
import { endAllSessions } from '../../src/accounts/admin/endAllSessions'
import { sendResetMail } from '../../src/accounts/admin/sendResetMail'
import { refuseForeignOrigin } from '../../src/portal/endpoints/portalRequest'

type Operation = (req: PayloadRequest, id: unknown) => Promise<number | string>

type Action = {
  /** What is said to each outcome. */
  answers: Record<string, string>
  operation: Operation
  /** What is said to outcomes that did nothing because they may not, with status 409. */
  refusals?: Record<string, string>
}

/** What an administrator does to a customer's account, by the last part of the address. */
const actions: Record<string, Action> = {
  'confirm-email': {
    answers: {
      already: 'The e-mail address was confirmed before.',
      confirmed: 'The e-mail address is confirmed.',
    },
    operation: confirmByHand,
  },
  disable: {
    answers: {
      already: 'The account was disabled before.',
      disabled: 'The account is disabled and logged out everywhere.',
    },
    operation: disableAccount,
  },
  enable: {
    answers: { already: 'The account is not disabled.', enabled: 'The account is enabled.' },
    operation: enableAccount,
  },
  'end-sessions': { answers: {}, operation: endAllSessions },
  'send-reset': {
    answers: {
      lately: 'The customer was sent a link within the last minute.',
      queued: 'The customer gets a mail with a link to set a new password.',
    },
    operation: sendResetMail,
    refusals: { disabled: 'The account is disabled. Enable it first.' },
  },
}

/** `POST /api/customers/:id/actions/…`, for administrators only. */
export const customerActions: Endpoint[] = Object.entries(actions).map(
  ([name, { answers, operation, refusals }]) => ({
    handler: async (req) => {
      refuseForeignOrigin(req)
      if (!isAdminRequest(req)) throw new Forbidden(req.t)
      const outcome = await operation(req, req.routeParams?.id)
      if (outcome === 'notFound') throw new NotFound(req.t)
      if (typeof outcome === 'number') return Response.json({ message: countSessions(outcome) })
      const refusal = refusals?.[outcome]
      if (refusal) throw new APIError(refusal, 409, null, true)
      return Response.json({ message: answers[outcome] })
    },
    method: 'post',
    path: `/:id/actions/${name}`,
  }),
)

function countSessions(count: number): string {
  return count === 1 ? '1 session was ended.' : `${count} sessions were ended.`
}
