import {
  createLocalReq,
  handleEndpoints,
  loginOperation,
  type Payload,
  type PayloadRequest,
} from 'payload'

import { transactionOf } from '../../collections/transaction'
import { findAuthByEmail } from '../../src/accounts/repository/customers'
import { openSession } from '../../src/accounts/sessions/openSession'
import type { TestPayload } from './payload'

/** One call of Payload's REST API, without a server in between. */
export type Rest = (
  method: string,
  path: string,
  options?: { body?: unknown; headers?: Record<string, string>; token?: string },
) => Promise<{ body: Record<string, unknown>; headers: Headers; status: number }>

/** The REST API of a test's Payload. */
export function restOf({ databaseUrl, payload }: TestPayload): Rest {
  return async (method, path, { body, headers = {}, token } = {}) => {
    const request = new Request(`http://localhost:3000/api${path}`, {
      body: body === undefined ? undefined : JSON.stringify(body),
      headers: {
        'Content-Type': 'application/json',
        Origin: 'http://localhost:3000',
        ...(token ? { Authorization: `JWT ${token}` } : {}),
        ...headers,
      },
      method,
    })
    const response = await handleEndpoints({
      config: payload.config,
      payloadInstanceCacheKey: new URL(databaseUrl).pathname.slice(1),
      request,
    })
    const text = await response.text()
    const isJson = text && response.headers.get('content-type')?.includes('json')
    return {
      // A file is none of JSON.
      body: (isJson ? JSON.parse(text) : {}) as Record<string, unknown>,
      headers: response.headers,
      status: response.status,
    }
  }
}

/** What an account's scripts send in `Authorization`: Payload's token for users, that of a portal session for customers. */
export async function tokenOf(
  payload: Payload,
  collection: 'customers' | 'users',
  credentials: { email: string; password: string },
): Promise<string> {
  if (collection === 'customers') {
    return portalTokenOf(await createLocalReq({}, payload), credentials.email)
  }
  return payloadTokenOf(payload, collection, credentials)
}

/** The token of Payload's own login. */
export async function payloadTokenOf(
  payload: Payload,
  collection: string,
  credentials: { email: string; password: string },
): Promise<string> {
  const { token } = await loginOperation({
    collection: payload.collections[collection as 'users'],
    data: credentials,
    overrideAccess: true,
    req: await createLocalReq({}, payload),
  })
  if (!token) throw new Error(`${credentials.email} could not log in.`)
  return token
}

async function portalTokenOf(req: PayloadRequest, email: string): Promise<string> {
  const db = await transactionOf(req)
  const account = await findAuthByEmail(db, email)
  if (!account) throw new Error(`${email} has no account.`)
  const { token } = await openSession(req, db, {
    customer: account.id,
    deviceToken: null,
    isRemembered: false,
    method: 'password',
  })
  return token
}
