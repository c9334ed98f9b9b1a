import { createLicenseClient, type Options, type State } from '../../../../packages/client/src'
import { publicKeys } from '../../../../src/certificates/signingKeys'
import type { TestApi } from '../../api/support/api'

/** What surrounds a client: the network, which may be down, a clock, and a store that may be looked into. */
export type Surroundings = {
  clock: number
  isDown: boolean
  network: typeof fetch
  state: null | State
}

export function surroundingsOf(api: TestApi): Surroundings {
  const around: Surroundings = {
    clock: 0,
    isDown: false,
    network: async (input, init) => {
      if (around.isDown) throw new TypeError('fetch failed')
      return answerOf(api, new Request(input, init))
    },
    state: null,
  }
  return around
}

/** A client in them, on a shop's domain. */
export const clientIn = (api: TestApi, around: Surroundings, options: Partial<Options> = {}) =>
  createLicenseClient({
    apiKey: api.keys.external,
    baseUrl: 'http://localhost/api/',
    clientName: 'Ada',
    fetch: around.network,
    now: () => Date.now() + around.clock,
    productId: 'TIDEMARK',
    store: {
      load: () => around.state,
      save: (given) => {
        around.state = given
      },
    },
    url: 'https://www.shop.example.com/app',
    ...options,
  })

/** The real API as a function, and what Next serves beside it. */
async function answerOf(api: TestApi, request: Request): Promise<Response> {
  if (request.url.endsWith('/.well-known/license-keys.json')) {
    return Response.json({ keys: await publicKeys(api.payload) })
  }
  return api.app.fetch(request)
}
