import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { openApi, type TestApi } from './support/api'

let api: TestApi

beforeAll(async () => {
  api = await openApi()
  await api.createLicense({ code: 'KNOWN' })
  await api.saveSettings({ rateLimitPerMinute: 1_000_000 })
})
afterAll(() => api.close())

const hostileText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '\u0000',
    '\ud800',
    "' or 1=1 --",
    '%',
    '\\',
    '${7*7}',
    '../../etc/passwd',
    'NaN',
    '-0',
    '9'.repeat(400),
    '0000-01-01',
    '2027-01-31T10:00:00+99:99',
    'KNOWN',
    'TIDEMARK',
  ),
)
const hostileValue = fc.oneof(hostileText, fc.constantFrom('', null), fc.jsonValue({ maxDepth: 3 }))

/** Bodies with the right names and any values. */
const bodyOf = (fields: string[]) =>
  fc.dictionary(fc.constantFrom(...fields, '__proto__', 'constructor'), hostileValue, {
    maxKeys: fields.length,
  })

const licenseFields = [
  'client_email',
  'customer_id',
  'domains',
  'entitlements',
  'expires_at',
  'ips',
  'is_valid',
  'license_code',
  'parallel_uses',
  'product_reference_id',
  'type',
]

it.each([
  ['POST', '/external/license/activate', ['license_code', 'product_id', 'client_name']],
  ['POST', '/external/license/verify', ['license_data', 'license_code', 'product_id']],
  ['POST', '/external/license/check', ['license_code']],
  ['POST', '/external/license/certificate', ['license_data', 'product_id', 'ttl_days']],
  ['POST', '/external/update/check', ['license_data', 'product_id', 'current_version']],
  ['POST', '/external/update/latest', ['product_id']],
  ['POST', '/external/update/1.0/download/main', ['license_data', 'license_code', 'product_id']],
  ['POST', '/internal/customers', ['client_id', 'email', 'is_confirmed', 'language', 'name']],
  [
    'POST',
    '/internal/products/TIDEMARK/download-tokens',
    ['expires_at', 'max_downloads', 'type', 'version'],
  ],
  ['POST', '/activate_license', ['license_code', 'product_id', 'client_name', 'verify_type']],
  ['POST', '/internal/products', ['name', 'reference_id', 'entitlements', 'is_active']],
  ['POST', '/internal/products/TIDEMARK/versions', ['version', 'released_at', 'changelog']],
  ['POST', '/internal/product-licenses', licenseFields],
  ['PUT', '/internal/product-licenses/KNOWN', licenseFields.slice(0, 7)],
])('%s %s never fails inside', async (method, path, fields) => {
  let address = 0
  const needsProduct = path.endsWith('/product-licenses')
  await fc.assert(
    fc.asyncProperty(bodyOf(fields), async (hostile) => {
      const body = needsProduct ? { product_reference_id: 'TIDEMARK', ...hostile } : hostile
      const { status } = await api.call(method, path, { body, ip: `10.1.0.${++address % 250}` })
      expect(status).toBeLessThan(500)
    }),
    { numRuns: 40 },
  )
})

it.each(['\ud800', 'x\ud800', '\u0000', 'a\u0000b', '\udfff\ud800'])(
  'a list of a licence with %j in it never fails inside',
  async (text) => {
    const lists = [{ entitlements: { plan: text } }, { domains: [text] }, { ips: [text] }]
    for (const body of lists) {
      const { status } = await api.call('PUT', '/internal/product-licenses/KNOWN', { body })
      expect([body, status < 500]).toEqual([body, true])
    }
  },
)

it.each([
  ['/internal/product-licenses', ['search', 'customer_id', 'product_reference_id', 'page']],
  ['/internal/customers', ['email', 'search', 'page']],
  ['/internal/product-activations', ['domain', 'license_code', 'is_active', 'per_page']],
])('GET %s never fails inside', async (path, names) => {
  const query = fc.dictionary(fc.constantFrom(...names), hostileText)
  await fc.assert(
    fc.asyncProperty(query, async (parameters) => {
      const { status } = await api.call('GET', `${path}?${new URLSearchParams(parameters)}`)
      expect(status).toBeLessThan(500)
    }),
    { numRuns: 40 },
  )
})

it('names in paths never fail inside', async () => {
  await fc.assert(
    fc.asyncProperty(hostileText, async (text) => {
      const name = encodeURIComponent(Buffer.from(text).toString())
      for (const path of [`products/${name}/versions/${name}`, `product-licenses/${name}`]) {
        expect((await api.call('GET', `/internal/${path}`)).status).toBeLessThan(500)
      }
      for (const path of [
        `download/${name}`,
        `external/update/${name}/download/${name}`,
        `external/update/${name}/download/main/size`,
        `internal/customers/${name}`,
      ]) {
        const { status } = await api.call('GET', `/${path}`, { key: api.keys.internal })
        expect(status).toBeLessThan(500)
        const other = await api.call('GET', `/${path}`, { key: api.keys.external })
        expect(other.status).toBeLessThan(500)
      }
    }),
    { numRuns: 40 },
  )
})
