import { createHmac } from 'node:crypto'

import { z } from 'zod'

import { fetchJson } from '../../../src/http/limitedFetch'
import type { SocialProvider } from '../types'
import { baseUrl } from './baseUrl'
import { optionalText, subjectSchema } from './facts'

const version = 'v24.0'

const profileSchema = z.object({ email: optionalText, id: subjectSchema, name: optionalText })

/**
 * Facebook. It says of no address whether it is the person's: none counts as verified. People may keep their address to themselves, or
 * have none. The id holds for this app alone.
 *
 * @see https://developers.facebook.com/docs/facebook-login/guides/advanced/manual-flow
 */
export function facebook(): SocialProvider {
  const site = baseUrl('FACEBOOK_URL', 'https://www.facebook.com')
  const graph = baseUrl('FACEBOOK_GRAPH_URL', 'https://graph.facebook.com')
  return {
    hasPkce: false,
    isOpenIdConnect: false,
    label: 'Facebook',
    name: 'facebook',
    readProfile: async ({ accessToken, credentials, signal }) => {
      const url = new URL(`${graph}/${version}/me`)
      url.searchParams.set('fields', 'id,name,email')
      // Shows that the token is used by the app that it was given to.
      const proof = createHmac('sha256', credentials.clientSecret).update(accessToken).digest('hex')
      url.searchParams.set('appsecret_proof', proof)
      const headers = { Authorization: `Bearer ${accessToken}` }
      const { email, id, name } = profileSchema.parse(await fetchJson(url, { headers }, { signal }))
      return { email, isEmailVerified: false, name, subject: id }
    },
    scope: 'email public_profile',
    server: async () => ({
      authorization_endpoint: `${site}/${version}/dialog/oauth`,
      issuer: site,
      token_endpoint: `${graph}/${version}/oauth/access_token`,
      token_endpoint_auth_methods_supported: ['client_secret_post'],
    }),
  }
}
