import { masked, type NextCall, type ScaleCall, type Shop } from './scaleCalls'

let serial = 0
const unused = () => `scale-${(serial += 1)}`

/** Makes the calls of one shop: path below `/api`, what it needs, and its name without values. */
function callsTo(shop: Shop) {
  const { activation, keys } = shop
  const call = (path: string, { name = path, ...rest }: Partial<ScaleCall>): ScaleCall => ({
    ...rest,
    name: `api ${rest.method ?? 'GET'} ${masked(name, shop)}`,
    path: `/api/${path}`,
  })
  return {
    external: (path: string, { headers, ...rest }: Partial<ScaleCall> = {}) =>
      call(`external/${path}`, {
        headers: { 'x-api-key': keys.external, 'x-api-url': activation.domain, ...headers },
        ...rest,
      }),
    internal: (path: string, rest: Partial<ScaleCall> = {}) =>
      call(`internal/${path}`, { headers: { 'x-api-key': keys.internal }, ...rest }),
    open: call,
  }
}

/** The calls that change nothing. */
export function apiReads(shop: Shop): NextCall[] {
  const { activation, client, jwt, license, reference } = shop
  const { external, internal, open } = callsTo(shop)
  const post = (path: string, body: object) => () =>
    external(path, { body: { product_id: reference, ...body }, method: 'POST' })
  const version = `products/${reference}/versions/1.0`
  const size = `update/1.0/download/main/size?product_id=${reference}`
  return [
    () => open('health-check', {}),
    () => external('connection-check'),
    post('license/check', { license_code: license.code }),
    post('license/certificate', { license_data: activation.token }),
    post('update/check', { current_version: '0.9', license_data: activation.token }),
    post('update/latest', { license_data: activation.token }),
    post('update/1.0/download/main', { license_data: activation.token }),
    () => external(size, { name: 'external/update/1.0/download/main/size' }),
    () => internal('connection-check'),
    () => internal('products'),
    () => internal(`products/${reference}`, { name: 'internal/products/[reference]' }),
    () =>
      internal(`products/${reference}/versions`, {
        name: 'internal/products/[reference]/versions',
      }),
    () => internal(version, { name: 'internal/products/[reference]/versions/1.0' }),
    () => internal('product-licenses'),
    () => internal(`product-licenses?customer_id=${client}`),
    () => internal(`product-licenses/${license.code}`),
    () => internal('product-activations'),
    () => internal(`product-activations?license_code=${license.code}`),
    () => internal('customers'),
    () => internal(`customers/${client}`),
    () =>
      open('graphql', {
        name: 'graphql licenses with codes',
        body: { query: '{ Licenses(limit: 10) { totalDocs docs { code } } }' },
        headers: { authorization: `JWT ${jwt}` },
        method: 'POST',
      }),
  ]
}

/** The calls that change something, so that each can be made again. */
export function apiWrites(shop: Shop): NextCall[] {
  const { activation, license, reference } = shop
  const { external, internal, open } = callsTo(shop)
  const made = { customers: [] as string[], domains: [] as string[], tokens: [] as string[] }
  const keep = (list: string[], value = unused()) => {
    list.push(value)
    return value
  }
  const write = (method: 'DELETE' | 'POST' | 'PUT', path: string, body?: () => object) => () => {
    const name = `internal/${path.replace(reference, '[reference]')}`
    return internal(path, { body: body?.(), method, name })
  }
  const installation = { license_code: license.code, product_id: reference }
  const version = { released_at: '2020-01-01T00:00:00Z', summary: 'Made by the bench' }
  const act = (action: string, body: object, domain: () => string) => () =>
    external(`license/${action}`, { body, headers: { 'x-api-url': domain() }, method: 'POST' })
  return [
    act(
      'verify',
      { license_data: activation.token, product_id: reference },
      () => activation.domain,
    ),
    act('activate', installation, () => keep(made.domains, `${unused()}.example.com`)),
    act('deactivate', installation, () => made.domains.pop() ?? ''),
    write('POST', 'products', () => ({ name: 'Made by the bench', reference_id: unused() })),
    write('PUT', `products/${reference}`, () => ({ description: unused() })),
    write('DELETE', `activated-products/${reference}`),
    write('POST', `activated-products/${reference}`),
    write('POST', `products/${reference}/versions`, () => ({
      ...version,
      version: `0.0.${(serial += 1)}`,
    })),
    write('POST', `products/${reference}/versions/1.0`, () => ({ summary: unused() })),
    () =>
      internal(`products/${reference}/download-tokens`, {
        body: { version: '1.0' },
        method: 'POST',
        name: 'internal/products/[reference]/download-tokens',
        then: (text) => keep(made.tokens, /\/download\/([\w-]+)/.exec(text)?.[1]),
      }),
    () => open(`download/${made.tokens.pop()}`, { name: 'download/[token]' }),
    write('POST', 'product-licenses', () => ({
      email: `${unused()}@example.com`,
      product_reference_id: reference,
    })),
    write('PUT', `product-licenses/${license.code}`, () => ({ invoice: unused() })),
    write('POST', `blocked-product-licenses/${license.code}`),
    write('DELETE', `blocked-product-licenses/${license.code}`),
    write('DELETE', `activated-product-activations/${activation.id}`),
    write('POST', `activated-product-activations/${activation.id}`),
    write('POST', 'customers', () => {
      const client = keep(made.customers)
      return { client_id: client, email: `${client}@example.com`, name: 'Made by the bench' }
    }),
    () =>
      internal(`customers/${made.customers.at(-1)}`, {
        body: { name: unused() },
        method: 'PUT',
        name: 'internal/customers/[new]',
      }),
    () =>
      internal(`customers/${made.customers.pop()}`, {
        method: 'DELETE',
        name: 'internal/customers/[new]',
      }),
  ]
}
