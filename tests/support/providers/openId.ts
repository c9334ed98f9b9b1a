import type { IncomingMessage } from 'node:http'

import { type MutableToken, OAuth2Server } from 'oauth2-mock-server'

import { type Person, personOf } from './people'

export type OpenIdProvider = {
  close: () => Promise<void>
  /** Changes the ID token before it is signed. */
  distort: ((token: MutableToken) => void) | null
  server: OAuth2Server
  url: string
}

/** A provider of OpenID Connect on this machine. Whoever the browser's cookie names signs in at once. */
export async function startOpenId(port = 0): Promise<OpenIdProvider> {
  const server = new OAuth2Server()
  await server.issuer.keys.generate('RS256')
  const people = new Map<string, Person>()
  let present: null | Person = null
  server.service.on(
    'beforeAuthorizeRedirect',
    ({ url }: { url: URL }, request: IncomingMessage) => {
      const person = personOf(request)
      if (person.denies) {
        url.searchParams.delete('code')
        url.searchParams.set('error', 'access_denied')
        return
      }
      people.set(url.searchParams.get('code') ?? '', person)
    },
  )
  server.service.on(
    'beforeTokenSigning',
    (token: MutableToken, request: IncomingMessage & { body: { code?: string } }) => {
      present = people.get(request.body.code ?? '') ?? null
      Object.assign(token.payload, claimsOf(present))
      provider.distort?.(token)
    },
  )
  server.service.on('beforeUserinfo', (response: { body: unknown }) => {
    response.body = claimsOf(present)
  })
  await server.start(port, 'localhost')
  const provider: OpenIdProvider = {
    close: () => server.stop(),
    distort: null,
    server,
    url: server.issuer.url ?? '',
  }
  return provider
}

function claimsOf(person: null | Person): Record<string, unknown> {
  if (!person) return {}
  return {
    email: person.email ?? undefined,
    email_verified: person.isVerified,
    name: person.name,
    sub: person.subject,
  }
}
