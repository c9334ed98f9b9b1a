import type { PayloadRequest } from 'payload'

import type { SignInMethod } from '../../../collections/LoginEvents/values'
import { getSettings } from '../../../collections/Settings/getSettings'
import type { Queryable } from '../../licensing/types'
import { clientOf } from '../client'
import { hashToken, randomToken } from '../random'
import { sessionLimits } from './limits'
import { insertSession } from './repository'

/** The token of a new session, for the browser's cookie and nothing else. */
export type OpenedSession = {
  /** When the cookie ends; null for one that ends with the browser. */
  cookieExpires: Date | null
  expires: Date
  id: string
  token: string
}

type SessionRequest = {
  customer: string
  deviceToken: null | string
  isRemembered: boolean
  method: SignInMethod
}

/** Opens a session for a customer whose identity was proved. The caller decides that and holds the customer's row. */
export async function openSession(
  req: PayloadRequest,
  db: Queryable,
  { customer, deviceToken, isRemembered, method }: SessionRequest,
): Promise<OpenedSession> {
  const { idleSeconds, maxSeconds } = sessionLimits(await getSettings(req), isRemembered)
  const token = randomToken()
  const expires = new Date(Date.now() + idleSeconds * 1000)
  const id = await insertSession(db, {
    ...clientOf(req),
    customer,
    deviceHash: deviceToken ? hashToken(deviceToken) : null,
    expiresAt: expires,
    isRemembered,
    method,
    tokenHash: hashToken(token),
  })
  const lastMoment = new Date(Date.now() + maxSeconds * 1000)
  return { cookieExpires: isRemembered ? lastMoment : null, expires, id, token }
}
