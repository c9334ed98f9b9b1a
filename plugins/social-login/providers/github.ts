import { z } from 'zod'

import { fetchJson } from '../../../src/http/limitedFetch'
import type { ProfileFacts, SocialProvider } from '../types'
import { baseUrl } from './baseUrl'
import { optionalText, strictlyTrue, subjectSchema } from './facts'

const userSchema = z.object({ id: subjectSchema, login: optionalText, name: optionalText })

const emailsSchema = z
  .array(z.object({ email: z.string(), primary: strictlyTrue, verified: strictlyTrue }))
  .max(1000)

/**
 * GitHub. Its addresses are in a list of their own, each with `verified`: GitHub mailed a link there. The primary one is taken, else
 * another verified one. Id and name are public, and need no scope. `GITHUB_URL` and `GITHUB_API_URL` name a server of one's own.
 *
 * @see https://docs.github.com/en/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps
 */
export function github(): SocialProvider {
  const site = baseUrl('GITHUB_URL', 'https://github.com')
  const api = baseUrl('GITHUB_API_URL', 'https://api.github.com')
  return {
    hasPkce: true,
    isOpenIdConnect: false,
    label: 'GitHub',
    name: 'github',
    readProfile: async ({ accessToken, signal }): Promise<ProfileFacts> => {
      const headers = {
        Accept: 'application/vnd.github+json',
        Authorization: `Bearer ${accessToken}`,
        'User-Agent': 'payload-social-login',
        'X-GitHub-Api-Version': '2022-11-28',
      }
      const [user, emails] = await Promise.all([
        fetchJson(`${api}/user`, { headers }, { signal }),
        fetchJson(`${api}/user/emails`, { headers }, { signal }),
      ])
      const { id, login, name } = userSchema.parse(user)
      const chosen = choose(emailsSchema.parse(emails))
      return {
        email: chosen?.email ?? null,
        isEmailVerified: chosen?.verified ?? false,
        name: name ?? login,
        subject: id,
      }
    },
    scope: 'user:email',
    server: async () => ({
      authorization_endpoint: `${site}/login/oauth/authorize`,
      issuer: site,
      token_endpoint: `${site}/login/oauth/access_token`,
      token_endpoint_auth_methods_supported: ['client_secret_post'],
    }),
  }
}

function choose(emails: z.infer<typeof emailsSchema>) {
  return (
    emails.find(({ primary, verified }) => primary && verified) ??
    emails.find(({ verified }) => verified) ??
    emails.find(({ primary }) => primary)
  )
}
