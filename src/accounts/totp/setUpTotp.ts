import type { PayloadRequest } from 'payload'
import { renderSVG } from 'uqr'

import { getSettings } from '../../../collections/Settings/getSettings'
import { transactionOf } from '../../../collections/transaction'
import { queueMail } from '../../emails/queueMail'
import { decryptSecret, encryptSecret } from '../../secrets/encrypt'
import { proveIdentity, type ProofError } from '../account/proveIdentity'
import { clientOf } from '../client'
import { inTransaction } from '../inTransaction'
import { lockoutKey } from '../limits/lockout'
import { countAttempt, forgiveAttempts } from '../limits/lockoutRepository'
import type { SignedInCustomer } from '../sessions/findSignedIn'
import { inspectToken } from '../tokens/inspectToken'
import { issueToken } from '../tokens/issueToken'
import { redeemToken } from '../tokens/redeemToken'
import { hashRecoveryCode, newRecoveryCodes, newTotpSecret, stepOfCode, totpUri } from './codes'
import { writeRecoveryCodes, writeTotp } from './repository'

/** What the customer's authenticator app is told, and the token that continues the set-up. */
export type TotpSetup = { qrCode: string; secret: string; token: string; uri: string }

/** What a secret is encrypted for: moved to another customer's row it cannot be read. */
export const totpPurpose = (customer: string): string => `totp ${customer}`

/** Begins to set up an authenticator app. Nothing changes for the account until a code proves that the app has the secret. */
export async function startTotp(
  req: PayloadRequest,
  customer: SignedInCustomer,
  password: unknown,
): Promise<TotpSetup | { error: ProofError }> {
  const proof = await proveIdentity(req, customer, password)
  if ('error' in proof) return proof
  const { productName } = await getSettings(req)
  const secret = newTotpSecret()
  const uri = totpUri(secret, { account: customer.email, issuer: productName })
  const encrypted = encryptSecret(secret, req.payload.secret, totpPurpose(customer.id))
  const token = await issueToken(req.payload, {
    customer: customer.id,
    data: { secret: encrypted },
    purpose: 'totpSetup',
  })
  return { qrCode: renderSVG(uri, { border: 2 }), secret, token, uri }
}

export type TotpConfirmation =
  { error: 'codeLocked' | 'codeWrong' | 'expired' } | { recoveryCodes: string[] }

/** Ends the set-up with a code of the app. The recovery codes are told once, here. */
export async function confirmTotp(
  req: PayloadRequest,
  customer: SignedInCustomer,
  { code, token }: { code: unknown; token: unknown },
): Promise<TotpConfirmation> {
  const found = await inspectToken(req, token, 'totpSetup')
  if (found.state !== 'good' || found.row.customer !== customer.id) return { error: 'expired' }
  const encrypted = String(found.row.data.secret)
  const secret = decryptSecret(encrypted, req.payload.secret, totpPurpose(customer.id))
  if (!secret) return { error: 'expired' }
  const db = await transactionOf(req)
  const key = lockoutKey('totpSetup', customer.id, clientOf(req).ip)
  if (!(await countAttempt(db, key))) return { error: 'codeLocked' }
  const step =
    typeof code === 'string' ? stepOfCode(secret, code.replace(/\s/g, ''), Date.now()) : null
  if (step === null) return { error: 'codeWrong' }
  await forgiveAttempts(db, key)
  return inTransaction(req, async (transaction) => {
    const used = await redeemToken(transaction, token, 'totpSetup')
    if (used?.account.id !== customer.id) return { error: 'expired' }
    await writeTotp(transaction, customer.id, { secret: encrypted, step })
    const recoveryCodes = newRecoveryCodes()
    await writeRecoveryCodes(transaction, customer.id, recoveryCodes.map(hashRecoveryCode))
    await queueMail(req, {
      customer: customer.id,
      data: { what: 'totpEnabled', when: new Date().toISOString() },
      template: 'securityChanged',
      to: customer.email,
    })
    return { recoveryCodes }
  })
}
