/** What a call needs to know of the shop that it is made to. */
export type Shop = {
  activation: { domain: string; token: string }
  cookie: string
  customer: string
  jwt: string
  keys: { external: string; internal: string }
  license: { code: string; id: string }
  reference: string
}

/** A request below the address of a server. */
export type ScaleCall = {
  body?: object
  headers?: Record<string, string>
  method?: 'POST'
  name: string
  path: string
}

let serial = 0

/** Every page of the portal, list and widget of the admin panel, report and call of the API that reads a table which grows. */
export function scaleCalls(shop: Shop): (() => ScaleCall)[] {
  const { activation, cookie, customer, jwt, keys, license, reference } = shop
  const portal = (path: string) => () => ({
    headers: { cookie },
    name: `portal ${masked(path, shop)}`,
    path,
  })
  const admin = (path: string) => () => ({
    headers: { authorization: `JWT ${jwt}` },
    name: `admin ${masked(path, shop)}`,
    path,
  })
  const external =
    (action: string, body: () => object, domain = () => activation.domain) =>
    () => ({
      body: { product_id: reference, ...body() },
      headers: { 'x-api-key': keys.external, 'x-api-url': domain() },
      method: 'POST' as const,
      name: `api external license/${action}`,
      path: `/api/external/license/${action}`,
    })
  const internal = (path: string) => () => ({
    headers: { 'x-api-key': keys.internal },
    name: `api internal ${masked(path, shop)}`,
    path: `/api/internal/${path}`,
  })
  const installed: string[] = []
  const install = () => {
    installed.push(`scale-${(serial += 1)}.example.com`)
    return installed.at(-1) ?? ''
  }
  return [
    portal('/customer/dashboard'),
    portal('/customer/product-licenses'),
    portal(`/customer/product-licenses?search=${license.code.slice(0, 6)}`),
    portal(`/customer/product-licenses/${license.id}`),
    portal('/customer/product-activations'),
    portal('/customer/downloads'),
    portal('/customer/settings'),
    portal('/customer/settings/history'),
    portal('/customer/settings/sessions'),
    admin('/admin'),
    admin('/admin/collections/customers'),
    admin('/admin/collections/licenses'),
    admin('/admin/collections/activations'),
    admin('/admin/collections/activity-log'),
    admin('/admin/collections/licenses?sort=code&page=3'),
    admin(`/admin/collections/licenses/${license.id}`),
    admin(`/admin/collections/customers/${customer}`),
    admin('/api/licenses?limit=10&depth=0'),
    admin('/api/activations?limit=10&depth=0'),
    admin(`/api/admin-search?q=${license.code.slice(0, 12)}`),
    admin('/admin/reports/top-customers'),
    external('verify', () => ({ license_data: activation.token })),
    external('check', () => ({ license_code: license.code })),
    external('activate', () => ({ license_code: license.code }), install),
    external(
      'deactivate',
      () => ({ license_code: license.code }),
      () => installed.pop() ?? '',
    ),
    internal('product-licenses'),
    internal(`product-licenses/${license.code}`),
    internal('product-activations'),
  ]
}

function masked(path: string, { customer, license }: Shop): string {
  return path
    .replace(customer, '[id]')
    .replace(license.id, '[id]')
    .replace(license.code, '[code]')
    .replace(/(search|q)=.*/, '$1=…')
}
