import type { CollectionBeforeChangeHook } from 'payload'

import { endEverySession } from '../../../src/accounts/admin/endEverySession'
import { voidTokens } from '../../../src/accounts/tokens/repository'
import { queueMail } from '../../../src/emails/queueMail'
import { passwordPurposes } from '../../AccountTokens/purposes'
import { transactionOf } from '../../transaction'

type Row = { email?: string; id?: string; password?: unknown }

/**
 * A password that somebody else sets for a customer ends what the old one opened, as their own change of it does: sessions, logins
 * under way, mailed links, a change of address. The customer is told. All of it in the transaction of the change.
 */
export const endSessionsOnNewPassword: CollectionBeforeChangeHook = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  const { email, id } = (originalDoc ?? {}) as Row
  const { password } = data as Row
  if (operation !== 'update' || typeof password !== 'string' || !password || !id) return data
  const db = await transactionOf(req)
  await endEverySession(db, id)
  await voidTokens(db, id, [...passwordPurposes, 'changeEmail', 'totpSetup'])
  if (email) {
    await queueMail(req, {
      customer: id,
      data: { how: 'admin', ip: null, when: new Date().toISOString() },
      template: 'passwordChanged',
      to: email,
    })
  }
  return { ...data, pendingEmail: null }
}
