import { allowInsecureRequests, customFetch } from 'oauth4webapi'

import { limitedFetch } from '../../../src/http/limitedFetch'

/**
 * How the OAuth library asks a provider: in time and with limits. Plain http only where the provider was configured with it.
 *
 * @param configured the provider's address as it was configured
 */
export function httpOptions(configured: string, signal: AbortSignal) {
  return {
    [allowInsecureRequests]: configured.startsWith('http://'),
    [customFetch]: (url: string, init: RequestInit): Promise<Response> =>
      limitedFetch(url, init, { signal }),
    signal,
  }
}
