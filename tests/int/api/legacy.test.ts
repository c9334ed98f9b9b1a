import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { legacyRoutes } from '../../../src/api/legacy'
import { legacyNames } from '../../../src/api/legacy/names'
import { licensingPath } from '../../../src/server/licensingPath'
import { release, sha256 } from '../releases/support'
import { openApi, type TestApi } from './support/api'

let api: TestApi
let updateId: string

beforeAll(async () => {
  api = await openApi()
  const data = { changelog: 'Faster', main: 'archive', sql: 'select 1;', version: '2.0.0' }
  updateId = (await release(api.payload, api.product.id, data)).id
})
afterAll(() => api.close())

/** As LicenseBox's PHP client calls: always by POST, with its own headers. */
const external = (path: string, body: unknown = []) =>
  api.call('POST', path, {
    body,
    headers: {
      'LB-API-KEY': api.keys.external,
      'LB-IP': '198.51.100.7',
      'LB-LANG': 'english',
      'LB-URL': 'https://shop.example.com/install/index.php',
    },
    key: null,
  })

const license = async (data: object = {}) => (await api.createLicense(data)).code

describe('client software', () => {
  it('checks the connection with an empty list for a body', async () => {
    const { body, status } = await external('/check_connection_ext')
    expect([status, body]).toEqual([200, { message: 'Connection successful', status: true }])
  })

  it('activates, verifies and deactivates by its licence file', async () => {
    const code = await license({ parallelUses: 1 })
    const activated = await external('/activate_license', {
      client_name: 'Ada',
      license_code: code,
      product_id: 'TIDEMARK',
      verify_type: 'non_envato',
    })
    expect(activated).toMatchObject({
      body: { lic_response: expect.any(String) as string, message: 'Activated.', status: true },
      status: 200,
    })
    const byFile = {
      client_name: null,
      license_code: null,
      license_file: activated.body.lic_response,
      product_id: 'TIDEMARK',
    }
    const byCode = {
      client_name: 'Ada',
      license_code: code,
      license_file: null,
      product_id: 'TIDEMARK',
    }
    for (const body of [byFile, byCode]) {
      const verified = await external('/verify_license', body)
      expect(verified.body).toEqual({
        data: null,
        is_active: true,
        message: 'Verified.',
        status: true,
      })
    }
    const ended = await external('/deactivate_license', byFile)
    expect(ended.body).toEqual({ is_active: true, message: 'Deactivated.', status: true })
    const gone = await external('/verify_license', byFile)
    expect(gone.body).toMatchObject({ code: 'not_activated', is_active: false, status: false })
  })

  it('reads a refusal with status 200 where it sends nothing or a wrong code', async () => {
    const nothing = await external('/verify_license')
    expect([nothing.status, nothing.body.status]).toEqual([200, false])
    const wrong = await external('/activate_license', {
      client_name: 'Ada',
      license_code: 'UNKNOWN',
      product_id: 'TIDEMARK',
    })
    expect([wrong.status, wrong.body]).toMatchObject([
      200,
      { lic_response: null, message: 'Your license code is invalid.', status: false },
    ])
  })

  it('checks for updates', async () => {
    const found = await external('/check_update', {
      current_version: 'v1.0.0',
      product_id: 'TIDEMARK',
    })
    expect(found.body).toEqual({
      checksum: { algo: 'sha256', value: sha256('archive') },
      file_size: 'archive'.length,
      is_active: true,
      released_at: '2026-01-01T00:00:00.000Z',
      signature: expect.objectContaining({ algo: 'ed25519' }) as unknown,
      update_available: true,
      status: true,
      message: 'A new version is available.',
      version: '2.0.0',
      release_date: '2026-01-01',
      summary: null,
      changelog: 'Faster',
      update_id: updateId,
      has_sql: true,
    })
    const none = await external('/check_update', {
      current_version: 'v2.0.0',
      product_id: 'TIDEMARK',
    })
    expect(none.body).toEqual({
      changelog: null,
      checksum: null,
      file_size: null,
      has_sql: false,
      is_active: true,
      message: 'You are using the latest version.',
      release_date: null,
      released_at: null,
      signature: null,
      status: false,
      summary: null,
      update_available: false,
      update_id: null,
      version: null,
    })
    const latest = await external('/latest_version', { product_id: 'TIDEMARK' })
    expect(latest.body).toMatchObject({ latest_version: '2.0.0', status: true })
  })

  it('downloads by a form, with type and version in either order, and 401 is no licence', async () => {
    const code = await license()
    await external('/activate_license', { license_code: code, product_id: 'TIDEMARK' })
    const form = new FormData()
    form.append('license_file', '')
    form.append('license_code', code)
    form.append('client_name', 'Ada')
    const post = (path: string, body?: FormData) =>
      api.app.fetch(
        new Request(`http://localhost/api${path}`, {
          body: body ?? null,
          headers: {
            'lb-api-key': api.keys.external,
            'lb-url': 'https://shop.example.com/',
          },
          method: 'POST',
        }),
      )
    for (const path of [`/download_update/main/${updateId}`, `/download_update/${updateId}/main`]) {
      const file = await post(path, form)
      expect(file.headers.get('x-lm-checksum-sha256')).toBe(sha256('archive'))
      expect(await file.text()).toBe('archive')
    }
    const refused = await post(`/download_update/main/${updateId}`)
    expect([refused.status, await refused.json()]).toMatchObject([401, { status: false }])
    const missing = await post('/download_update/main/nothing', form)
    expect(missing.status).toBe(404)
  })

  it('asks for the size by HEAD', async () => {
    const answer = await api.app.fetch(
      new Request(`http://localhost/api/get_update_size/sql/${updateId}`, {
        headers: { 'lb-api-key': api.keys.external },
        method: 'HEAD',
      }),
    )
    expect([answer.status, answer.headers.get('content-length')]).toEqual([200, '9'])
  })
})

it('are routed to the API by both servers, and nothing of Payload is', () => {
  const names = new Set(legacyRoutes.map(({ path }) => path.split('/')[1]))
  expect([...names].sort()).toEqual([...legacyNames].sort())
  for (const name of legacyNames) expect(licensingPath.test(`/api/${name}`)).toBe(true)
  const own = ['/api/download_update/main/x', '/api/docs', '/api/openapi.json', '/api/download/x']
  expect(own.every((path) => licensingPath.test(path))).toBe(true)
  const others = Object.keys(api.payload.collections).map((slug) => `/api/${slug}`)
  const foreign = [
    ...others,
    '/api/graphql',
    '/api/docs-of-host',
    '/api/get_products_of_host',
    '/docs',
  ]
  expect(foreign.filter((path) => licensingPath.test(path))).toEqual([])
})
