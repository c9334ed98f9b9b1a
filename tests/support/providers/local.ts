import { createHash, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

import { dataOf } from './accountData'
import { type Person, personOf } from './people'
import { type Answer, respond } from './respond'

/** What the app registered with at each of them. */
export const client = { clientId: 'clientOfTheTest', clientSecret: 'secretOfTheTest' }

export type LocalProviders = {
  /** Paths that answer otherwise from now on. */
  answers: Map<string, Answer>
  /** The requests of the app itself, the latest last. */
  asked: string[]
  close: () => Promise<void>
  /** What the environment has to name. */
  environment: Record<string, string>
  /** Sales of the author, by purchase code. */
  sales: Map<string, unknown>
}

type Code = { challenge: null | string; person: Person; redirectUri: string }

/**
 * Envato, Facebook and GitHub on this machine, answering as their documentation says: codes work once, client and callback address are
 * compared, and GitHub compares the PKCE challenge.
 */
export async function startLocalProviders(port = 0): Promise<LocalProviders> {
  const codes = new Map<string, Code>()
  const tokens = new Map<string, Person>()
  const server = createServer((request, response) => {
    void handle(request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error))
    })
  })
  await new Promise<void>((resolve) => server.listen(port, 'localhost', resolve))
  const base = `http://localhost:${(server.address() as AddressInfo).port}`
  const providers: LocalProviders = {
    answers: new Map(),
    asked: [],
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
    environment: {
      ENVATO_API_URL: `${base}/envato`,
      FACEBOOK_GRAPH_URL: `${base}/graph`,
      FACEBOOK_URL: `${base}/facebook`,
      GITHUB_API_URL: `${base}/github-api`,
      GITHUB_URL: `${base}/github`,
    },
    sales: new Map(),
  }
  return providers

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '', base)
    // The version of an interface is no part of what it is.
    const path = url.pathname.replace(/\/v\d+\.0\//, '/')
    if (request.method === 'POST' || request.headers.authorization) providers.asked.push(path)
    const answer = providers.answers.get(`${path}${url.search}`) ?? providers.answers.get(path)
    if (answer) return respond(response, answer)
    switch (path) {
      case '/envato/authorization':
      case '/facebook/dialog/oauth':
      case '/github/login/oauth/authorize':
        return authorize(request, response, url)
      case '/envato/token':
      case '/graph/oauth/access_token':
      case '/github/login/oauth/access_token':
        return exchange(path, response, new URLSearchParams(await bodyOf(request)))
    }
    const token = (request.headers.authorization ?? '').replace(/^Bearer /, '')
    if (path === '/envato/v3/market/author/sale') {
      const sale = providers.sales.get(url.searchParams.get('code') ?? '')
      const unknown = { description: 'No sale belonging to the current user found', error: 404 }
      return json(response, token !== 'personal token' ? 401 : sale ? 200 : 404, sale ?? unknown)
    }
    const person = tokens.get(token)
    if (!person) return json(response, 401, { message: 'Bad credentials' })
    return json(response, 200, dataOf(path, person, url))
  }

  function authorize(request: IncomingMessage, response: ServerResponse, url: URL): void {
    const { searchParams } = url
    const redirectUri = searchParams.get('redirect_uri') ?? ''
    if (searchParams.get('client_id') !== client.clientId) {
      response.writeHead(400).end('The app is not known.')
      return
    }
    const person = personOf(request)
    const target = new URL(redirectUri)
    target.searchParams.set('state', searchParams.get('state') ?? '')
    if (person.denies) {
      target.searchParams.set('error', 'access_denied')
      target.searchParams.set('error_description', 'The user denied your request.')
    } else {
      const code = randomBytes(16).toString('hex')
      codes.set(code, { challenge: searchParams.get('code_challenge'), person, redirectUri })
      target.searchParams.set('code', code)
    }
    response.writeHead(302, { Location: target.href }).end()
  }

  function exchange(path: string, response: ServerResponse, form: URLSearchParams): void {
    const code = codes.get(form.get('code') ?? '')
    codes.delete(form.get('code') ?? '')
    const isClient =
      form.get('client_id') === client.clientId && form.get('client_secret') === client.clientSecret
    const isRefresh = form.get('grant_type') === 'refresh_token' && path === '/envato/token'
    const person = isRefresh ? tokens.get(form.get('refresh_token') ?? '') : code?.person
    const isExact = isRefresh || code?.redirectUri === form.get('redirect_uri')
    if (!person || !isClient || !isExact || (code && !isChallengeMet(path, code, form))) {
      return refuseCode(path, response)
    }
    const token = randomBytes(16).toString('hex')
    const refresh = randomBytes(16).toString('hex')
    tokens.set(token, person).set(refresh, person)
    json(response, 200, {
      access_token: token,
      token_type: 'bearer',
      ...(path === '/github/login/oauth/access_token' ? { scope: 'user:email' } : {}),
      ...(path === '/envato/token' ? { expires_in: 3600, refresh_token: refresh } : {}),
    })
  }
}

/** GitHub compares what it got; Envato and Facebook know no challenge, and an app must not count on it. */
function isChallengeMet(path: string, { challenge }: Code, form: URLSearchParams): boolean {
  if (!path.startsWith('/github/')) return challenge === null
  const verifier = form.get('code_verifier') ?? ''
  return challenge === createHash('sha256').update(verifier).digest('base64url')
}

function refuseCode(path: string, response: ServerResponse): void {
  if (path.startsWith('/github/')) {
    return json(response, 200, {
      error: 'bad_verification_code',
      error_description: 'The code passed is incorrect or expired.',
    })
  }
  if (path.startsWith('/graph/')) {
    const error = {
      code: 100,
      message: 'This authorization code has expired.',
      type: 'OAuthException',
    }
    return json(response, 400, { error })
  }
  json(response, 400, { error: 'invalid_grant', error_description: 'Code not found' })
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' })
  response.end(JSON.stringify(body))
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const chunk of request) body += String(chunk)
  return body
}
