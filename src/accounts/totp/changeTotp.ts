import type { PayloadRequest } from 'payload'

import { queueMail } from '../../emails/queueMail'
import { proveIdentity, type ProofError } from '../account/proveIdentity'
import { inTransaction } from '../inTransaction'
import { lockAuth } from '../repository/customers'
import type { SignedInCustomer } from '../sessions/findSignedIn'
import { voidTokens } from '../tokens/repository'
import { hashRecoveryCode, newRecoveryCodes } from './codes'
import { clearTotp, writeRecoveryCodes } from './repository'

/** Removes the customer's authenticator app. */
export async function disableTotp(
  req: PayloadRequest,
  customer: SignedInCustomer,
  password: unknown,
): Promise<'disabled' | { error: ProofError }> {
  const proof = await proveIdentity(req, customer, password)
  if ('error' in proof) return proof
  return inTransaction(req, async (db) => {
    await lockAuth(db, customer.id)
    await clearTotp(db, customer.id)
    await voidTokens(db, customer.id, ['secondFactor', 'totpSetup'])
    await notify(req, customer, 'totpDisabled')
    return 'disabled' as const
  })
}

/** Makes new recovery codes; the old ones are worthless then. */
export async function renewRecoveryCodes(
  req: PayloadRequest,
  customer: SignedInCustomer,
  password: unknown,
): Promise<{ error: ProofError } | { recoveryCodes: string[] }> {
  const proof = await proveIdentity(req, customer, password)
  if ('error' in proof) return proof
  return inTransaction(req, async (db) => {
    const account = await lockAuth(db, customer.id)
    // Codes without an app would open nothing.
    if (!account?.totpEnabledAt) return { error: 'signInAgain' as const }
    const recoveryCodes = newRecoveryCodes()
    await writeRecoveryCodes(db, customer.id, recoveryCodes.map(hashRecoveryCode))
    await notify(req, customer, 'recoveryCodesRenewed')
    return { recoveryCodes }
  })
}

function notify(
  req: PayloadRequest,
  { email, id }: SignedInCustomer,
  what: 'recoveryCodesRenewed' | 'totpDisabled',
): Promise<string> {
  const data = { what, when: new Date().toISOString() }
  return queueMail(req, { customer: id, data, template: 'securityChanged', to: email })
}
