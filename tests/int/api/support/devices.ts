import type { Answer, TestApi } from './api'

type Said = { body?: Record<string, unknown>; url?: string }

/** Calls the API about a licence, by its code or by what the body says. */
export type DeviceCalls = (
  action: string,
  code: null | string | undefined,
  said: Said,
) => Promise<Answer>

let next = 0

/** The fingerprint of a device that nobody has seen. */
export const device = () => `device-${++next}`

/** Calls as software on a device makes them: without a URL unless one is said. */
export function deviceCalls(api: TestApi): DeviceCalls {
  return (action, code, { body = {}, url }) =>
    api.call('POST', `/external/license/${action}`, {
      body: { product_id: 'TIDEMARK', ...(code && { license_code: code }), ...body },
      headers: url === undefined ? {} : { 'x-api-url': url },
    })
}

/** The token that an activation was answered with. */
export const tokenOf = ({ body }: Pick<Answer, 'body'>) => body.lic_response as string
