import { z } from 'zod'

import { fetchJson } from '../../../src/http/limitedFetch'
import type { ProfileFacts, SocialProvider } from '../types'
import { baseUrl } from './baseUrl'
import { optionalText, subjectSchema } from './facts'

const emailSchema = z.object({ email: optionalText })
const usernameSchema = z.object({ username: subjectSchema })
const accountSchema = z.object({
  account: z.object({ firstname: optionalText, surname: optionalText }),
})

/** Where Envato's API is: `ENVATO_API_URL`, else Envato's own. */
export const envatoApiUrl = (): string => baseUrl('ENVATO_API_URL', 'https://api.envato.com')

/**
 * Envato Market. It does not say whether an address is confirmed: none counts as verified. An account is known by its username, the
 * only id that these calls tell. What the app may see is chosen where it is registered, not by a scope.
 *
 * @see https://build.envato.com/api/
 */
export function envato(): SocialProvider {
  const api = envatoApiUrl()
  return {
    hasPkce: false,
    isOpenIdConnect: false,
    label: 'Envato',
    name: 'envato',
    readProfile: async ({ accessToken, signal }): Promise<ProfileFacts> => {
      const headers = {
        Authorization: `Bearer ${accessToken}`,
        'User-Agent': 'payload-social-login',
      }
      const read = (what: string) =>
        fetchJson(`${api}/v1/market/private/user/${what}.json`, { headers }, { signal })
      const [email, username, account] = await Promise.all([
        read('email'),
        read('username'),
        read('account'),
      ])
      const subject = usernameSchema.parse(username).username
      const { firstname, surname } = accountSchema.parse(account).account
      return {
        email: emailSchema.parse(email).email,
        isEmailVerified: false,
        name: [firstname, surname].filter(Boolean).join(' ') || subject,
        subject,
      }
    },
    scope: '',
    server: async () => ({
      authorization_endpoint: `${api}/authorization`,
      issuer: api,
      token_endpoint: `${api}/token`,
      token_endpoint_auth_methods_supported: ['client_secret_post'],
    }),
  }
}
