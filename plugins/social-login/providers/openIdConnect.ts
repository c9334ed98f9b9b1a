import {
  type AuthorizationServer,
  discoveryRequest,
  processDiscoveryResponse,
  processUserInfoResponse,
  userInfoRequest,
} from 'oauth4webapi'
import { z } from 'zod'

import { httpOptions } from '../flow/httpOptions'
import type { Grant, ProfileFacts, SocialProvider } from '../types'
import { optionalText, strictlyTrue, subjectSchema } from './facts'

const keptMs = 10 * 60_000

const claimsSchema = z.object({
  email: optionalText,
  email_verified: strictlyTrue,
  name: optionalText,
  sub: subjectSchema,
})

export type OpenIdConnectOptions = { issuer: string; label: string; name: string; scope?: string }

/**
 * Any provider of OpenID Connect, found by its issuer. Who somebody is says the ID token; what it leaves out is asked at the userinfo
 * endpoint. An address is verified where `email_verified` is `true`.
 *
 * @see https://openid.net/specs/openid-connect-core-1_0.html
 */
export function openIdConnect({
  issuer,
  label,
  name,
  scope = 'openid email profile',
}: OpenIdConnectOptions): SocialProvider {
  const known = discover(new URL(issuer))
  return {
    hasPkce: true,
    isOpenIdConnect: true,
    label,
    name,
    readProfile: async (grant): Promise<ProfileFacts> => {
      const token = claimsSchema.parse(grant.claims)
      const claims = token.email ? token : { ...(await askUserInfo(grant)), sub: token.sub }
      return {
        email: claims.email,
        isEmailVerified: claims.email_verified,
        name: claims.name ?? token.name,
        subject: token.sub,
      }
    },
    scope,
    server: known,
  }
}

async function askUserInfo({ accessToken, claims, credentials, server, signal }: Grant) {
  const nothing = { email: null, email_verified: false, name: null }
  if (!server.userinfo_endpoint || !claims) return nothing
  const client = { client_id: credentials.clientId }
  const options = httpOptions(server.issuer, signal)
  const response = await userInfoRequest(server, client, accessToken, options)
  return claimsSchema.parse(await processUserInfoResponse(server, client, claims.sub, response))
}

/** Reads the provider's own description, again when it has become old. The library keeps the keys beside the object. */
function discover(issuer: URL): (signal: AbortSignal) => Promise<AuthorizationServer> {
  let kept: null | { readAt: number; server: AuthorizationServer } = null
  return async (signal) => {
    if (kept && Date.now() - kept.readAt < keptMs) return kept.server
    const response = await discoveryRequest(issuer, httpOptions(issuer.href, signal))
    const server = await processDiscoveryResponse(issuer, response)
    kept = { readAt: Date.now(), server }
    return server
  }
}
