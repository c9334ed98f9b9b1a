import { createLocalReq, handleEndpoints, loginOperation, type Payload } from 'payload'

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
    return {
      body: (text ? JSON.parse(text) : {}) as Record<string, unknown>,
      headers: response.headers,
      status: response.status,
    }
  }
}

/**
 * A token of Payload's own for an account. The portal hands none to customers; a host's code could, and what such a token opens is
 * tested as well.
 */
export async function tokenOf(
  payload: Payload,
  collection: 'customers' | 'users',
  credentials: { email: string; password: string },
): Promise<string> {
  const { token } = await loginOperation({
    collection: payload.collections[collection],
    data: credentials,
    overrideAccess: true,
    req: await createLocalReq({}, payload),
  })
  if (!token) throw new Error(`${credentials.email} could not log in.`)
  return token
}
