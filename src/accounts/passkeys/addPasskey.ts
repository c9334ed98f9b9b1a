import {
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type RegistrationResponseJSON,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import type { PayloadRequest } from 'payload'

import { getSettings } from '../../../collections/Settings/getSettings'
import { transactionOf } from '../../../collections/transaction'
import { queueMail } from '../../emails/queueMail'
import { proveIdentity, type ProofError } from '../account/proveIdentity'
import { inTransaction } from '../inTransaction'
import { validateName } from '../names'
import { hashToken } from '../random'
import { lockAuth } from '../repository/customers'
import type { SignedInCustomer } from '../sessions/findSignedIn'
import { issueToken } from '../tokens/issueToken'
import { spendToken } from '../tokens/repository'
import { findPasskeys, insertPasskey } from './repository'
import { siteOf } from './site'

const mostPasskeys = 20
const longestName = 100

/** Begins to add a passkey: what the browser asks the device for. The challenge is a token of one use. */
export async function startPasskey(
  req: PayloadRequest,
  customer: SignedInCustomer,
  password: unknown,
): Promise<
  { error: 'tooManyPasskeys' | ProofError } | { options: PublicKeyCredentialCreationOptionsJSON }
> {
  const proof = await proveIdentity(req, customer, password)
  if ('error' in proof) return proof
  const existing = await findPasskeys(await transactionOf(req), customer.id)
  if (existing.length >= mostPasskeys) return { error: 'tooManyPasskeys' }
  const { productName } = await getSettings(req)
  const challenge = await issueToken(req.payload, {
    customer: customer.id,
    purpose: 'passkeyRegistration',
  })
  const options = await generateRegistrationOptions({
    attestationType: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    challenge: new Uint8Array(Buffer.from(challenge, 'base64url')),
    excludeCredentials: existing.map(({ credentialId }) => ({ id: credentialId })),
    rpID: siteOf(req.payload).rpID,
    rpName: productName,
    userDisplayName: customer.name,
    userID: new TextEncoder().encode(customer.id),
    userName: customer.email,
  })
  return { options }
}

/** Adds the passkey that the device made. */
export async function finishPasskey(
  req: PayloadRequest,
  customer: SignedInCustomer,
  { name, response }: { name: unknown; response: unknown },
): Promise<'added' | 'failed'> {
  const named = validateName(name)
  const label = 'name' in named ? named.name.slice(0, longestName) : 'Passkey'
  return inTransaction(req, async (db) => {
    await lockAuth(db, customer.id)
    const { origin, rpID } = siteOf(req.payload)
    const verified = await verifyRegistrationResponse({
      expectedChallenge: async (challenge) => {
        const token = await spendToken(db, hashToken(challenge), 'passkeyRegistration')
        return token?.customer === customer.id
      },
      expectedOrigin: origin,
      expectedRPID: rpID,
      requireUserVerification: true,
      response: response as RegistrationResponseJSON,
    }).catch(() => null)
    if (!verified?.verified) return 'failed'
    const { credential, credentialBackedUp } = verified.registrationInfo
    const isNew = await insertPasskey(db, {
      counter: credential.counter,
      credentialId: credential.id,
      customer: customer.id,
      isBackedUp: credentialBackedUp,
      name: label,
      publicKey: Buffer.from(credential.publicKey).toString('base64url'),
      transports: credential.transports ?? [],
    })
    if (!isNew) return 'failed'
    await queueMail(req, {
      customer: customer.id,
      data: { what: 'passkeyAdded', when: new Date().toISOString() },
      template: 'securityChanged',
      to: customer.email,
    })
    return 'added'
  })
}
