import { handleEndpoints, type Payload } from 'payload'
import { parseSetCookie } from './setCookie'

import { findIdentitiesOf } from '../../../../plugins/social-login'
import { createTestPayload, type TestPayload } from '../../../support/payload'
import { client, type LocalProviders, startLocalProviders } from '../../../support/providers/local'
import { type OpenIdProvider, startOpenId } from '../../../support/providers/openId'
import { type Person, personCookie, sealPerson } from '../../../support/providers/people'
import { type Accounts, accountsOf, freshIp } from '../../accounts/support/accounts'

export type Social = TestPayload & {
  accounts: Accounts
  browser: (person?: Person) => Browser
  identitiesOf: (customer: string) => ReturnType<typeof findIdentitiesOf>
  local: LocalProviders
  openId: OpenIdProvider
}

const names = ['ENVATO', 'FACEBOOK', 'GITHUB', 'GOOGLE'] as const

/**
 * A Payload whose providers are on this machine, all switched on by the environment.
 *
 * @param hasOidc whether there is one more, `oidc`
 */
export async function startSocial({ hasOidc = false } = {}): Promise<Social> {
  const [local, openId] = await Promise.all([startLocalProviders(), startOpenId()])
  Object.assign(process.env, local.environment, { GOOGLE_ISSUER_URL: openId.url })
  for (const name of names) {
    process.env[`${name}_CLIENT_ID`] = client.clientId
    process.env[`${name}_CLIENT_SECRET`] = client.clientSecret
  }
  if (hasOidc) {
    Object.assign(process.env, {
      OIDC_CLIENT_ID: client.clientId,
      OIDC_CLIENT_SECRET: client.clientSecret,
      OIDC_ISSUER: openId.url,
      OIDC_LABEL: 'Example Corp',
    })
  }
  const test = await createTestPayload()
  const accounts = accountsOf(test.payload)
  return {
    ...test,
    accounts,
    browser: (person) => new Browser(test, person),
    close: async () => {
      await Promise.all([test.close(), local.close(), openId.close()])
    },
    identitiesOf: async (customer) => findIdentitiesOf(await accounts.request(), customer),
    local,
    openId,
  }
}

export type Landing = { cookies: Map<string, string>; path: string; status: number }

/** A browser, as far as signing in needs one: it keeps cookies and follows to the provider and back, over real HTTP there. */
export class Browser {
  readonly cookies = new Map<string, string>()
  headers: Record<string, string> = {}
  readonly ip = freshIp()
  private readonly payload: Payload
  private readonly key: string

  constructor(
    { databaseUrl, payload }: TestPayload,
    public person?: Person,
  ) {
    this.payload = payload
    this.key = new URL(databaseUrl).pathname.slice(1)
  }

  /** One call of the app; a redirect is not followed. */
  async get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await handleEndpoints({
      config: this.payload.config,
      payloadInstanceCacheKey: this.key,
      request: new Request(`http://localhost:3000${path}`, {
        headers: { Cookie: cookie, 'X-Forwarded-For': this.ip, ...this.headers, ...headers },
      }),
    })
    for (const text of response.headers.getSetCookie()) {
      const { isOver, name, value } = parseSetCookie(text)
      if (isOver) this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
    return response
  }

  /** Begins at a provider: the address there. */
  async begin(provider: string, query = ''): Promise<URL> {
    return locationOf(await this.get(`/api/auth/${provider}${query}`))
  }

  /** What the provider sends the browser back to. */
  async allow(at: URL): Promise<URL> {
    if (!this.person) throw new Error('Nobody is at this browser.')
    const headers = { Cookie: `${personCookie}=${sealPerson(this.person)}` }
    return locationOf(await fetch(at, { headers, redirect: 'manual' }))
  }

  /** Comes back from the provider: the page that the app shows. */
  async comeBack(callback: URL): Promise<string> {
    const { pathname, search } = locationOf(
      await this.get(`${callback.pathname}${callback.search}`),
    )
    return `${pathname}${search}`
  }

  /** The whole way. */
  async signIn(provider: string, query = ''): Promise<string> {
    return this.comeBack(await this.allow(await this.begin(provider, query)))
  }
}

function locationOf(response: Response): URL {
  const location = response.headers.get('location')
  if (response.status !== 302 || !location) throw new Error(`No redirect but ${response.status}.`)
  return new URL(location, 'http://localhost:3000')
}

/** What a page says became of a sign-in. */
export function noticeIn(page: string): null | string {
  return new URL(page, 'http://localhost').searchParams.get('social')
}
