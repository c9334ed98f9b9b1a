import { formatNames } from 'payload'

import { exported } from '../../src/exports/endpoint'
import { masked, type NextCall, type ScaleCall, type Shop } from './scaleCalls'
import { adminLists } from './scalePages'

/** What Prometheus shows to read the figures; known to the servers of the bench alone. */
export const metricsToken = 'the-bench-reads-figures'

/** Lists that administrators read, but not in the panel's menu. */
export const hiddenLists = [
  'avatars',
  'customer-sessions',
  'imports',
  'passkeys',
  'statistics',
  'top-customers',
]

/** Lists that are exported by a filter that about as many rows pass in a shop of any size. */
const ofCustomer = {
  activations: 'customerId',
  'activity-log': 'customerId',
  licenses: 'customerId',
  'login-events': 'customer',
  mails: 'customer',
} as const

/** What administrators read by other ways than pages: lists as JSON, as a file and by GraphQL, imports, and figures. */
export function adminReads(shop: Shop): NextCall[] {
  const { client, customer, documents, imports, license } = shop
  const get = (path: string, name = path) => adminCall(shop, 'GET', path, { name })
  const row = (slug: string) => `${slug}?where[id][equals]=${documents[slug]}`
  const filters = Object.entries(ofCustomer).map(([slug, field]) => {
    return `exports/${slug}?where[${field}][equals]=${field === 'customer' ? customer : client}`
  })
  const ofImport = (id: string, what: string) => get(`imports/${id}/${what}`)
  return [
    ...[...adminLists, ...hiddenLists].flatMap((slug) => [
      get(`${slug}?limit=10&depth=0`),
      graphQL(shop, slug),
    ]),
    get(`licenses?limit=10&where[customerId][equals]=${client}`),
    get(`licenses/${license.id}`),
    get(`customers/${customer}`),
    ...exported.map((slug) => get(`exports/${row(slug)}`, `exports/${row(slug)} (one row)`)),
    ...filters.map((path) => get(path, `${path} (rows of one customer)`)),
    get(`${filters[0] ?? ''}&format=json`, `${filters[0]}&format=json (rows of one customer)`),
    get('reports/top-customers?metric=licenses', 'reports/top-customers?metric=licenses (as CSV)'),
    get('reports/top-customers?metric=activations&period=month'),
    ...['state', 'mapping'].map((what) => ofImport(imports.ready, what)),
    ...['rows', 'rows?outcome=failed', 'result', 'result?only=failed'].map((what) => {
      return get(`imports/${imports.done}/${what}`, `imports/[id]/${what} (of 1,000 rows)`)
    }),
    get('mail-templates/licenseDelivery?language=en'),
    ...['openapi.json', 'docs', 'ready'].map((path) => get(path)),
    () => ({
      headers: { authorization: `Bearer ${metricsToken}` },
      name: 'admin GET metrics',
      path: '/api/metrics',
    }),
    get('globals/settings'),
    adminCall(shop, 'POST', 'globals/settings/access', { body: {} }),
    get('access'),
    get('users/me'),
    ...Object.entries(shop.files).map(([slug, file]) => {
      return get(`${slug}/file/${file}`, `${slug}/file/[name]`)
    }),
  ]
}

/** Makes a call of an administrator, path below `/api`, its name without values. */
export function adminCall(
  shop: Shop,
  method: NonNullable<ScaleCall['method']>,
  path: string,
  { name = path, ...rest }: Partial<ScaleCall> = {},
): NextCall {
  return () => ({
    headers: { authorization: `JWT ${shop.jwt}` },
    method,
    name: `admin ${method} ${masked(name, shop)}`,
    path: `/api/${path}`,
    ...rest,
  })
}

/** A list by GraphQL, where Payload names it as the collection's plural. */
function graphQL(shop: Shop, slug: string): NextCall {
  const { plural, singular } = formatNames(slug)
  const list = plural === singular ? `all${singular}` : plural
  const query = `{ ${list}(limit: 10) { totalDocs docs { id } } }`
  return adminCall(shop, 'POST', 'graphql', { body: { query }, name: `graphql ${slug}` })
}
