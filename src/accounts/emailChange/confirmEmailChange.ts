import type { PayloadRequest } from 'payload'

import { passwordPurposes } from '../../../collections/AccountTokens/purposes'
import { queueMail } from '../../emails/queueMail'
import { clientOf } from '../client'
import { inTransaction } from '../inTransaction'
import { countRequest } from '../limits/rateLimits'
import { hashToken } from '../random'
import { lockAuth } from '../repository/customers'
import { spendToken, voidTokens } from '../tokens/repository'
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
  if (typeof token !== 'string') return 'gone'
  if ((await countRequest(req, 'confirm', clientOf(req).ip)) !== null) return 'gone'
  try {
    return await inTransaction(req, async (db) => {
      const used = await spendToken(db, hashToken(token), 'changeEmail')
      const account = used?.customer ? await lockAuth(db, used.customer) : null
      if (!account || !used?.email || account.pendingEmail !== used.email) return 'gone'
      if (!(await applyPendingEmail(db, account.id, used.email))) return 'taken'
      await voidTokens(db, account.id, [...passwordPurposes, 'cancelEmailChange', 'confirmEmail'])
      await queueMail(req, {
        customer: account.id,
        data: { newEmail: used.email },
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
