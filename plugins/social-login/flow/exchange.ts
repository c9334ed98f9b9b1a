import {
  authorizationCodeGrantRequest,
  ClientSecretBasic,
  ClientSecretPost,
  clockTolerance,
  expectNoNonce,
  getValidatedIdTokenClaims,
  nopkce,
  processAuthorizationCodeResponse,
  type TokenEndpointResponse,
  validateApplicationLevelSignature,
  validateAuthResponse,
} from 'oauth4webapi'
import type { PayloadRequest } from 'payload'

import { withDeadline } from '../../../src/http/limitedFetch'
import type { ReadyProvider } from '../settings'
import type { ProfileFacts, ProviderTokens } from '../types'
import type { Attempt } from './attempt'
import { callbackUrl } from './callbackUrl'
import { httpOptions } from './httpOptions'
import { patienceMs } from './patience'

const clockToleranceSeconds = 30

/**
 * Asks the provider who came back: the code for a token, the token for the profile. The ID token's signature, issuer, audience, times
 * and nonce are checked.
 *
 * @param parameters of the callback's address
 * @throws Error for any answer that is not as documented, or too late
 */
export function exchange(
  req: PayloadRequest,
  { credentials, provider }: ReadyProvider,
  attempt: Attempt,
  parameters: URLSearchParams,
): Promise<{ facts: ProfileFacts; tokens: ProviderTokens }> {
  return withDeadline(patienceMs, async (signal) => {
    const server = await provider.server(signal)
    const client = { client_id: credentials.clientId, [clockTolerance]: clockToleranceSeconds }
    const options = httpOptions(server.issuer, signal)
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
    const authentication = methods.includes('client_secret_post')
      ? ClientSecretPost(credentials.clientSecret)
      : ClientSecretBasic(credentials.clientSecret)
    const response = await authorizationCodeGrantRequest(
      server,
      client,
      authentication,
      validateAuthResponse(
        server,
        client,
        known(parameters, provider.isOpenIdConnect),
        attempt.state,
      ),
      callbackUrl(req.payload.config, provider.name),
      provider.hasPkce ? attempt.verifier : nopkce,
      options,
    )
    const tokens = await processAuthorizationCodeResponse(server, client, response, {
      expectedNonce: provider.isOpenIdConnect ? attempt.nonce : expectNoNonce,
      requireIdToken: provider.isOpenIdConnect,
    })
    if (provider.isOpenIdConnect) await validateApplicationLevelSignature(server, response, options)
    const facts = await provider.readProfile({
      accessToken: tokens.access_token,
      claims: getValidatedIdTokenClaims(tokens),
      credentials,
      server,
      signal,
    })
    return { facts, tokens: tokensOf(tokens) }
  })
}

/** Without OpenID Connect there is no issuer to compare an `iss` with; which provider it is says the address and the cookie. */
function known(parameters: URLSearchParams, isOpenIdConnect: boolean): URLSearchParams {
  const copy = new URLSearchParams(parameters)
  if (!isOpenIdConnect) copy.delete('iss')
  return copy
}

function tokensOf({
  access_token,
  expires_in,
  refresh_token,
}: TokenEndpointResponse): ProviderTokens {
  return {
    accessToken: access_token,
    expiresAt: expires_in === undefined ? null : new Date(Date.now() + expires_in * 1000),
    refreshToken: refresh_token ?? null,
  }
}
