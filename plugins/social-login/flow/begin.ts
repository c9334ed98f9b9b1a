import {
  calculatePKCECodeChallenge,
  generateRandomCodeVerifier,
  generateRandomNonce,
  generateRandomState,
} from 'oauth4webapi'
import type { PayloadRequest } from 'payload'

import { withDeadline } from '../../../src/http/limitedFetch'
import type { ReadyProvider } from '../settings'
import { type Attempt, type AttemptCookie, attemptCookie, attemptMs, type Intent } from './attempt'
import { callbackUrl } from './callbackUrl'
import { patienceMs } from './patience'

type Beginning = { intent: Intent; ready: ReadyProvider; redirect: string }

/**
 * Begins a sign-in.
 *
 * @returns where to send the browser, and the cookie that it has to bring back; nothing is stored on the server
 * @throws Error where the provider does not describe itself in time
 */
export async function begin(
  req: PayloadRequest,
  { intent, ready, redirect }: Beginning,
): Promise<{ cookie: AttemptCookie; url: string }> {
  const { credentials, provider } = ready
  const server = await withDeadline(patienceMs, (signal) => provider.server(signal))
  if (!server.authorization_endpoint) throw new Error(`${provider.label} has no login page.`)
  const attempt: Attempt = {
    expires: Date.now() + attemptMs,
    intent,
    nonce: generateRandomNonce(),
    provider: provider.name,
    redirect,
    state: generateRandomState(),
    verifier: generateRandomCodeVerifier(),
  }
  const url = new URL(server.authorization_endpoint)
  const parameters = {
    client_id: credentials.clientId,
    redirect_uri: callbackUrl(req.payload.config, provider.name),
    response_type: 'code',
    ...(provider.scope ? { scope: provider.scope } : {}),
    state: attempt.state,
    ...(provider.isOpenIdConnect ? { nonce: attempt.nonce } : {}),
    ...(provider.hasPkce
      ? {
          code_challenge: await calculatePKCECodeChallenge(attempt.verifier),
          code_challenge_method: 'S256',
        }
      : {}),
  }
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value)
  return { cookie: attemptCookie(req, attempt), url: url.href }
}
