import { APIError, type Endpoint, NotFound, type PayloadRequest } from 'payload'

import { confirmByHand } from '../../src/accounts/admin/confirmByHand'
import { disableAccount } from '../../src/accounts/admin/disableAccount'
import { enableAccount } from '../../src/accounts/admin/enableAccount'
import { endAllSessions } from '../../src/accounts/admin/endAllSessions'
import { sendResetMail } from '../../src/accounts/admin/sendResetMail'
import type { AccountAction } from '../../src/admin/customer/actionsFor'
import { accountTexts } from '../../src/admin/customer/texts'
import { textsIn } from '../../src/admin/i18n/texts'
import { fillPlural } from '../../src/text/fill'
import { forAdmins, requireAccess } from './bulk'

type Operation = (req: PayloadRequest, id: unknown) => Promise<number | string>

type Action = {
  operation: Operation
  /** Outcomes that did nothing because they may not: status 409. */
  refusals?: readonly string[]
}

/** What an administrator does to a customer's account, by the last part of the address. */
const actions: Record<AccountAction, Action> = {
  'confirm-email': { operation: confirmByHand },
  disable: { operation: disableAccount },
  enable: { operation: enableAccount },
  'end-sessions': { operation: endAllSessions },
  'send-reset': { operation: sendResetMail, refusals: ['disabled'] },
}

/** `POST /api/customers/:id/actions/…`, for administrators only. The answer is in the language of their panel. */
export const customerActions: Endpoint[] = Object.entries(actions).map(
  ([name, { operation, refusals }]) => ({
    handler: forAdmins(async (req) => {
      const id = req.routeParams?.id
      await requireAccess(req, 'customers', 'update', String(id))
      const outcome = await operation(req, id)
      if (outcome === 'notFound') throw new NotFound(req.t)
      const message = answerTo(name, outcome, req.i18n.language)
      if (refusals?.some((refusal) => refusal === outcome)) {
        throw new APIError(message, 409, null, true)
      }
      return Response.json({ message })
    }),
    method: 'post',
    path: `/:id/actions/${name}`,
  }),
)

function answerTo(name: string, outcome: number | string, language: string): string {
  const texts = textsIn(accountTexts, language)
  if (typeof outcome === 'number') return fillPlural(texts.sessionsEnded, outcome, language)
  const answers: Record<string, Record<string, string>> = texts.answers
  return answers[name]?.[outcome] ?? ''
}
