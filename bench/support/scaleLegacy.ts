import type { NextCall, ScaleCall, Shop } from './scaleCalls'

let serial = 0
const unused = () => `legacy-${(serial += 1)}`

/** The calls of old software, by the names that they have there. */
export function legacyCalls(shop: Shop): NextCall[] {
  const { activation, keys, license, reference } = shop
  const domains: string[] = []
  const call = (key: string, path: string, rest: Partial<ScaleCall>): ScaleCall => ({
    method: 'POST',
    name: `legacy ${rest.method ?? 'POST'} ${path}`,
    path: `/api/${path}`,
    ...rest,
    headers: { 'LB-API-KEY': key, ...rest.headers },
  })
  const client = (path: string, body: object, rest: Partial<ScaleCall> = {}) => {
    const headers = { 'LB-URL': activation.domain, ...rest.headers }
    return call(keys.external, path, {
      body: { product_id: reference, ...body },
      ...rest,
      headers,
    })
  }
  const owned = (path: string, body: object) => () => call(keys.internal, path, { body })
  const changed = (path: string, body: () => object) => () => owned(path, body())()
  const license_data = { license_file: activation.token }
  const byCode = { license_code: license.code }
  const act = (path: string, domain: () => string) => () =>
    client(path, byCode, { headers: { 'LB-URL': domain() } })
  return [
    () => client('check_connection_ext', {}),
    () => client('verify_license', license_data),
    act('activate_license', () => {
      const domain = `${unused()}.example.com`
      domains.push(domain)
      return domain
    }),
    act('deactivate_license', () => domains.pop() ?? ''),
    () => client('check_update', { current_version: '0.9', ...license_data }),
    () => client('latest_version', license_data),
    () => client('download_update/1.0/main', license_data),
    () =>
      client(
        'get_update_size/1.0/main',
        {},
        {
          body: undefined,
          method: 'GET',
          path: `/api/get_update_size/1.0/main?product_id=${reference}`,
        },
      ),
    owned('check_connection_int', {}),
    changed('add_product', () => ({ product_id: unused(), product_name: 'Made by the bench' })),
    owned('get_product', { product_id: reference }),
    owned('get_products', {}),
    changed('create_license', () => ({
      client_email: `${unused()}@example.com`,
      product_id: reference,
    })),
    changed('edit_license', () => ({ ...byCode, invoice_number: unused() })),
    owned('get_license', byCode),
    owned('block_license', byCode),
    owned('unblock_license', byCode),
  ]
}
