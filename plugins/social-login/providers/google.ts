import type { SocialProvider } from '../types'
import { baseUrl } from './baseUrl'
import { openIdConnect } from './openIdConnect'

/**
 * Google, by OpenID Connect. `GOOGLE_ISSUER_URL` names another issuer, for tests.
 *
 * @see https://developers.google.com/identity/openid-connect/openid-connect
 */
export function google(): SocialProvider {
  const issuer = baseUrl('GOOGLE_ISSUER_URL', 'https://accounts.google.com')
  return openIdConnect({ issuer, label: 'Google', name: 'google' })
}
