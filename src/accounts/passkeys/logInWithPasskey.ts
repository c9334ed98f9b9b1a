import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  type PublicKeyCredentialRequestOptionsJSON,
  verifyAuthenticationResponse,
} from '@simplewebauthn/server'
import type { PayloadRequest } from 'payload'

import { getSettings } from '../../../collections/Settings/getSettings'
import { transactionOf } from '../../../collections/transaction'
import type { Queryable } from '../../licensing/types'
import { clientOf } from '../client'
import { inTransaction } from '../inTransaction'
import { countRequest } from '../limits/rateLimits'
import { completeLogin } from '../login/completeLogin'
import { hashToken } from '../random'
import { lockAuth } from '../repository/customers'
import { insertLoginEvent } from '../repository/loginEvents'
import type { OpenedSession } from '../sessions/openSession'
import { issueToken } from '../tokens/issueToken'
import { spendToken } from '../tokens/repository'
import { findPasskey, notePasskeyUse, type PasskeyRow } from './repository'
import { siteOf } from './site'

/** Begins a login: the browser offers every passkey for this site. The challenge is a token of one use; null after too many. */
export async function startPasskeyLogin(
  req: PayloadRequest,
): Promise<null | PublicKeyCredentialRequestOptionsJSON> {
  if ((await countRequest(req, 'passkey', clientOf(req).ip)) !== null) return null
  const challenge = await issueToken(req.payload, { customer: null, purpose: 'passkeyLogin' })
  return generateAuthenticationOptions({
    challenge: new Uint8Array(Buffer.from(challenge, 'base64url')),
    rpID: siteOf(req.payload).rpID,
    userVerification: 'required',
  })
}

type PasskeyLogin = { deviceToken: null | string; isRemembered: boolean; response: unknown }

/**
 * Signs in whoever holds a passkey. The device has asked for a finger, a face or a PIN, so no second factor follows. Every refusal
 * is alike.
 *
 * @returns null when refused
 */
export async function logInWithPasskey(
  req: PayloadRequest,
  { deviceToken, isRemembered, response }: PasskeyLogin,
): Promise<null | OpenedSession> {
  if ((await countRequest(req, 'passkey', clientOf(req).ip)) !== null) return null
  const db = await transactionOf(req)
  const id = (response as null | { id?: unknown })?.id
  const passkey = typeof id === 'string' && id.length < 2000 ? await findPasskey(db, id) : null
  const session = await inTransaction(req, async (transaction) => {
    // Held before the passkey is, as by whoever removes the account.
    const account = passkey && (await lockAuth(transaction, passkey.customer))
    if (!(await isProved(req, transaction, passkey, response))) return null
    const { requireEmailVerification } = await getSettings(req)
    const isOpen = account?.confirmedAt || requireEmailVerification === false
    if (!account || !isOpen) return null
    const login = { customer: account.id, deviceToken, isRemembered, method: 'passkey' } as const
    return completeLogin(req, login)
  })
  if (session) return session
  const customer = passkey?.customer ?? null
  const event = { customer, email: null, method: 'passkey', outcome: 'passkeyFailed' } as const
  await insertLoginEvent(db, event, clientOf(req))
  return null
}

async function isProved(
  req: PayloadRequest,
  db: Queryable,
  passkey: null | PasskeyRow,
  response: unknown,
): Promise<boolean> {
  if (!passkey) return false
  const { origin, rpID } = siteOf(req.payload)
  const result = await verifyAuthenticationResponse({
    credential: {
      counter: passkey.counter,
      id: passkey.credentialId,
      publicKey: new Uint8Array(Buffer.from(passkey.publicKey, 'base64url')),
    },
    expectedChallenge: async (challenge) =>
      (await spendToken(db, hashToken(challenge), 'passkeyLogin')) !== null,
    expectedOrigin: origin,
    expectedRPID: rpID,
    requireUserVerification: true,
    response: response as AuthenticationResponseJSON,
  }).catch(() => null)
  return (
    result?.verified === true &&
    notePasskeyUse(db, passkey.id, result.authenticationInfo.newCounter)
  )
}
