import type { PayloadRequest } from 'payload'

import { passwordPurposes } from '../../../collections/AccountTokens/purposes'
import { queueMail } from '../../emails/queueMail'
import { clientOf } from '../client'
import { inTransaction } from '../inTransaction'
import { countRequest } from '../limits/rateLimits'
import { redeemToken } from '../tokens/redeemToken'
import { voidTokens } from '../tokens/repository'
import { applyPendingEmail } from './repository'

/**
 * Makes the pending address the customer's by the link that was mailed to it. Links that were mailed to the old address are void from
 * then on; a notice goes there.
 *
 * @returns `taken` when somebody else has got the address meanwhile
 */
export async function confirmEmailChange(
  req: PayloadRequest,
  token: unknown,
): Promise<'changed' | 'gone' | 'taken'> {
  if ((await countRequest(req, 'confirm', clientOf(req).ip)) !== null) return 'gone'
  try {
    return await inTransaction(req, async (db) => {
      const used = await redeemToken(db, token, 'changeEmail')
      const newEmail = used?.token.email
      if (!newEmail || used.account.pendingEmail !== newEmail || used.account.disabledAt)
        return 'gone'
      const { account } = used
      if (!(await applyPendingEmail(db, account.id, newEmail))) return 'taken'
      await voidTokens(db, account.id, [...passwordPurposes, 'cancelEmailChange', 'confirmEmail'])
      await queueMail(req, {
        customer: account.id,
        data: { newEmail },
        template: 'emailChanged',
        to: account.email,
      })
      return 'changed'
    })
  } catch (error) {
    // Somebody registered the address in the same moment.
    if (isUniqueViolation(error)) return 'taken'
    throw error
  }
}

function isUniqueViolation(error: unknown): boolean {
  const { cause, code } = error as { cause?: { code?: string }; code?: string }
  return code === '23505' || cause?.code === '23505'
}
