import type { ApiContext } from '../types'
import { basePath, type LegacyRoute, respond } from './external'
import { type Answer, type Call, type Dispatch, forward, readAnswer, readLegacy } from './forward'

type Fields = Record<string, unknown>

const mostProducts = 100

/** What LicenseBox calls of shops became. */
export const legacyInternal: LegacyRoute[] = [
  internal(
    '/check_connection_int',
    () => get('/connection-check'),
    (data, { body }) => body,
  ),
  internal(
    '/add_product',
    (sent) => post('/products', productBody(sent)),
    (data) => ({
      status: true,
      message: `Product ${text(data.name)} was successfully added.`,
      product_id: data.reference_id,
    }),
  ),
  internal(
    '/get_product',
    (sent) => get(`/products/${named(sent.product_id)}`),
    (data) => ({
      status: true,
      ...toProduct(data),
    }),
  ),
  internal(
    '/get_products',
    () => get(`/products?per_page=${mostProducts}`),
    (data) => ({
      status: true,
      products: (data as unknown as Fields[]).map(toProduct),
    }),
  ),
  internal(
    '/create_license',
    (sent) => post('/product-licenses', licenseBody(sent)),
    (data) => ({
      status: true,
      message: `License ${text(data.license_code)} was successfully created.`,
      license_code: data.license_code,
    }),
  ),
  internal(
    '/edit_license',
    ({ license_code: code, ...sent }) => ({
      body: licenseBody(sent),
      method: 'PUT',
      path: `/product-licenses/${named(code)}`,
    }),
    (data) => ({
      status: true,
      message: `License ${text(data.license_code)} was successfully updated.`,
      license_code: data.license_code,
    }),
  ),
  internal(
    '/get_license',
    (sent) => get(licensePath(sent)),
    (data) => ({
      status: true,
      ...toLicense(data),
    }),
  ),
  internal(
    '/block_license',
    (sent) => post(blockPath(sent)),
    (data) => ({
      status: true,
      message: `License ${text(data.license_code)} was successfully blocked.`,
    }),
  ),
  internal(
    '/unblock_license',
    (sent) => ({ method: 'DELETE', path: blockPath(sent) }),
    (data) => ({
      status: true,
      message: `License ${text(data.license_code)} was successfully unblocked.`,
    }),
  ),
]

function internal(
  path: string,
  toCall: (sent: Fields) => Call,
  translate: (data: Fields, answer: Answer) => Fields,
): LegacyRoute {
  return {
    access: 'internal',
    handle: async (context: ApiContext, dispatch: Dispatch) => {
      const call = toCall(await readLegacy(context))
      const to = `${basePath(context, path)}/internal${call.path}`
      const response = await forward(context, dispatch, { ...call, path: to })
      const answer = await readAnswer(response)
      // What is not there was an answer with `status: false`, too.
      const known = answer.status === 404 ? { ...answer, status: 422 } : answer
      return respond(context, known, (good) => translate((good.body.data ?? {}) as Fields, good))
    },
    path,
  }
}

const get = (path: string): Call => ({ method: 'GET', path })
const post = (path: string, body?: Fields): Call => ({ body, method: 'POST', path })
const licensePath = (sent: Fields) => `/product-licenses/${named(sent.license_code)}`
const blockPath = (sent: Fields) => `/blocked-product-licenses/${named(sent.license_code)}`

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** A name in a path. An empty one is none that anything has. */
function named(value: unknown): string {
  return encodeURIComponent(Buffer.from(text(value).trim()).toString() || '-')
}

function productBody(sent: Fields): Fields {
  return {
    description: sent.product_details,
    envato_id: text(sent.envato_item_id) || undefined,
    name: sent.product_name,
    reference_id: sent.product_id,
  }
}

function licenseBody(sent: Fields): Fields {
  const body: Fields = {
    client: sent.client_name,
    client_email: sent.client_email,
    comments: sent.comments,
    domains: sent.licensed_domains,
    expiration_days: sent.expiry_days,
    expires_at: sent.expiry_date,
    invoice: sent.invoice_number,
    ips: sent.licensed_ips,
    license_code: sent.license_code,
    parallel_uses: sent.license_parallel_uses,
    product_id: sent.product_id,
    support_until: sent.support_end_date,
    total_uses: sent.license_uses,
    updates_until: sent.updates_end_date,
  }
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined))
}

function toProduct(product: Fields): Fields {
  return {
    product_id: product.reference_id,
    envato_item_id: product.envato_id,
    product_name: product.name,
    product_details: product.description,
    is_product_active: product.is_active,
    requires_license_for_downloading_updates: product.license_update,
  }
}

function toLicense(license: Fields): Fields {
  return {
    license_code: license.license_code,
    product_id: license.product_reference_id,
    product_name: license.product_name,
    license_type: license.type,
    client_name: license.customer_id,
    client_email: license.email,
    invoice_number: license.invoice,
    license_comments: license.comments,
    licensed_ips: (license.ips as string[]).join(',') || null,
    licensed_domains: (license.domains as string[]).join(',') || null,
    uses: license.total_uses,
    parallel_uses: license.parallel_uses,
    license_expiry: license.expires_at,
    support_expiry: license.support_until,
    updates_expiry: license.updates_until,
    date_modified: license.updated_at,
    is_blocked: license.is_valid === false,
    is_a_envato_purchase_code: license.is_envato,
    is_valid_for_future_activations: license.status === 'active',
  }
}
