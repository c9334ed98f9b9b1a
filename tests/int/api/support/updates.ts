import { release } from '../../releases/support'
import { type Answer, from, openApi, type TestApi } from './api'

export const bytes = Buffer.from(Array.from({ length: 200_000 }, (_, index) => index % 253))

export const domain = 'shop.example.com'

/** The API for a product with an old version, a new one, one without a file, one that is withdrawn and one to come. */
export type UpdateApi = {
  activated: (data?: object) => ReturnType<typeof activatedIn>
  api: TestApi
  fetchFile: (
    path: string,
    body?: object,
    headers?: Record<string, string>,
  ) => Promise<Response> | Response
  post: (path: string, body: object, headers?: Record<string, string>) => Promise<Answer>
}

/** Opens it. To be closed after the tests of the file. */
export async function openUpdateApi(): Promise<UpdateApi> {
  const api = await openApi()
  const product = api.product.id
  await release(api.payload, product, { main: 'one', version: '1.0.0' })
  await release(api.payload, product, {
    main: bytes,
    releasedAt: '2026-03-01T00:00:00.000Z',
    sql: 'select 1;',
    version: '1.10.0',
  })
  await release(api.payload, product, { releasedAt: '2026-02-01T00:00:00.000Z', version: '1.2.0' })
  await release(api.payload, product, { isActive: false, main: 'withdrawn', version: '3.0.0' })
  await release(api.payload, product, {
    main: 'tomorrow',
    releasedAt: '2199-01-01T00:00:00.000Z',
    version: '4.0.0',
  })
  return {
    activated: (data) => activatedIn(api, data),
    api,
    fetchFile: (path, body, headers = {}) =>
      api.app.fetch(
        new Request(`http://localhost/api/external/update${path}`, {
          body: body && JSON.stringify(body),
          headers: {
            'content-type': 'application/json',
            'x-api-key': api.keys.external,
            ...from(domain),
            ...headers,
          },
          method: body ? 'POST' : 'GET',
        }),
      ),
    post: (path, body, headers = from(domain)) =>
      api.call('POST', `/external/update${path}`, {
        body: { product_id: 'TIDEMARK', ...body },
        headers,
      }),
  }
}

/** A new licence, activated on the domain that calls come from. */
export async function activatedIn(
  api: TestApi,
  data: object = {},
): Promise<{ code: string; token: string }> {
  const { code } = await api.createLicense(data)
  const { body } = await api.call('POST', '/external/license/activate', {
    body: { license_code: code, product_id: 'TIDEMARK' },
    headers: from(domain),
  })
  return { code, token: body.lic_response as string }
}

/** Its status, and what it says of the licence. */
export const verdictOf = ({ body, status }: Answer) => [status, body.is_active, body.code]
