import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

import { type MutableToken, OAuth2Server } from 'oauth2-mock-server'

import { type Person, personOf } from './people'
import { type Answer, respond } from './respond'

export type OpenIdProvider = {
  /** Paths that answer otherwise from now on. */
  answers: Map<string, Answer>
  /** What was asked, the latest last. */
  asked: string[]
  close: () => Promise<void>
  /** How long each answer takes, in milliseconds. */
  delayMs: number
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
  const front = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://localhost')
    provider.asked.push(pathname)
    const answer = provider.answers.get(pathname)
    setTimeout(() => {
      if (answer) respond(response, answer)
      else server.service.requestHandler(request, response)
    }, provider.delayMs)
  })
  await new Promise<void>((resolve) => front.listen(port, 'localhost', resolve))
  const url = `http://localhost:${(front.address() as AddressInfo).port}`
  server.issuer.url = url
  const provider: OpenIdProvider = {
    answers: new Map(),
    asked: [],
    close: () =>
      new Promise((resolve) => {
        front.closeAllConnections()
        front.close(() => resolve())
      }),
    delayMs: 0,
    distort: null,
    server,
    url,
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
