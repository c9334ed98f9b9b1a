/** What the examples of the reference are about; tests set the same up before they make them. */
export const sample = {
  client: 'client-42',
  code: 'KR7MW2Q-9XTE4HZ-V5BN8CJ-3YDP6FA',
  device: 'b1946ac92492d2347c6235b4d2611184',
  domain: 'shop.example.com',
  email: 'ada@example.com',
  id: '0b5f3c1e-6a55-4f0e-9d8a-2f1f6c1b7a10',
  moment: '2027-01-31T12:00:00.000Z',
  product: 'TIDEMARK',
  released: '2026-01-15T00:00:00.000Z',
  sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  token:
    'lm1.MGI1ZjNjMWUtNmE1NS00ZjBlLTlkOGEtMmYxZjZjMWI3YTEw.2Jv7cXw0m1o5nQkq3cVYt8sZf4rXbH6uE9aLpD1gTyM',
  version: '1.1.0',
} as const

/** Where the example's software is installed. */
export const installed = { 'X-API-URL': `https://${sample.domain}` }

/** A refusal as the contract has it. */
export const refused = (code: string, message: string) => ({
  is_active: false,
  message,
  code,
  lic_response: null,
  data: null,
})

/** The answer to a field that is missing or wrong. */
export const invalid = (field: string, sentence = `The ${field} field is required.`) => ({
  status: false,
  message: sentence,
  errors: { [field]: [sentence] },
})

/** The answer to what is not there. */
export const notFound = { status: false, message: 'Not found.', errors: {} }

const stamps = { created_at: sample.moment, updated_at: sample.moment }

export const sampleProduct = {
  id: sample.id,
  reference_id: sample.product,
  name: 'Tidemark',
  envato_id: null,
  description: null,
  license_update: true,
  serve_latest_updates: true,
  entitlements: {},
  is_active: true,
  ...stamps,
}

export const sampleVersion = {
  id: sample.id,
  version: sample.version,
  released_at: sample.released,
  summary: 'Faster',
  changelog: '* Starts twice as fast',
  is_active: true,
  has_main: true,
  has_sql: true,
  main_file: { filename: 'app-1.1.0.zip', size: 20, sha256: sample.sha256 },
  sql_file: { filename: 'app-1.1.0.sql', size: 9, sha256: sample.sha256 },
  ...stamps,
}

export const sampleLicense = {
  id: sample.id,
  license_code: sample.code,
  product_reference_id: sample.product,
  product_name: 'Tidemark',
  type: 'perpetual',
  status: 'active',
  customer_id: sample.client,
  email: sample.email,
  invoice: '1001',
  parallel_uses: 2,
  total_uses: null,
  expiration_days: null,
  expires_at: null,
  updates_until: null,
  support_until: null,
  domains: [],
  ips: [],
  entitlements: {},
  comments: null,
  is_valid: true,
  is_envato: false,
  ...stamps,
}

export const sampleActivation = {
  id: sample.id,
  product_reference_id: sample.product,
  product_name: 'Tidemark',
  license_id: sample.id,
  license_code: sample.code,
  customer_id: sample.client,
  client_name: 'Ada',
  name: null,
  url: `https://${sample.domain}`,
  domain: sample.domain,
  fingerprint: null,
  ip: '192.0.2.1',
  user_agent: null,
  environment: 'production',
  activated_at: sample.moment,
  last_seen_at: sample.moment,
  is_valid: true,
  is_active: true,
  deactivated_at: null,
  deactivated_by: null,
  ...stamps,
}

export const sampleCustomer = {
  id: sample.id,
  client_id: sample.client,
  name: 'Ada Lovelace',
  email: sample.email,
  language: null,
  is_confirmed: true,
  is_disabled: false,
  last_login: null,
  ...stamps,
}

export const sampleRelease = {
  version: sample.version,
  released_at: sample.released,
  summary: 'Faster',
  changelog: '* Starts twice as fast',
  update_id: sample.id,
  has_sql: true,
  file_size: 20,
  checksum: { algo: 'sha256', value: sample.sha256 },
  signature: {
    algo: 'ed25519',
    value: 'c2lnbmF0dXJlIG9mIHRoZSBjaGVja3N1bQ==',
    key_id: 'Zk3mQ0x7T1aB',
  },
}

/** A list with one entry. */
export const listOf = (entry: unknown) => ({
  data: [entry],
  meta: { total: 1, page: 1, per_page: 20 },
})
