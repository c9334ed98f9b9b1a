import { masked, type NextCall, type Shop, widgets } from './scaleCalls'
import { portalPages } from './scalePortal'

/** Lists of the admin panel, in the order of its menu. */
export const adminLists = [
  'customers',
  'licenses',
  'activations',
  'products',
  'versions',
  'release-files',
  'download-tokens',
  'api-keys',
  'signing-keys',
  'failed-attempts',
  'blacklist-entries',
  'activity-log',
  'login-events',
  'mails',
  'webhook-deliveries',
  'envato-imports',
  'envato-conflicts',
  'users',
  'identities',
]

/** Of the lists that grow without end: a filter that most of the rows pass, and what to search for. */
const filtered = [
  ['customers', 'confirmedAt][exists]=true'],
  ['licenses', 'isValid][equals]=true'],
  ['activations', 'isActive][equals]=true'],
  ['activity-log', 'event][equals]=activation.created'],
  ['failed-attempts', 'reason][equals]=limit_reached'],
  ['login-events', 'outcome][equals]=success'],
  ['mails', 'status][equals]=sent'],
  ['webhook-deliveries', 'status][equals]=delivered'],
  ['identities', 'provider][equals]=google'],
  ['download-tokens', 'type][equals]=main'],
  ['blacklist-entries', 'reason][equals]=Added by hand'],
  ['envato-imports', 'status][equals]=done'],
  ['envato-conflicts', 'reason][equals]=heldByAnother'],
] as const

/** The tabs of a document's page beside its fields. */
export const adminTabs = {
  customers: ['activations', 'activity', 'licenses', 'logins', 'mails'],
  licenses: ['activations'],
}

/** Pages of two sizes show the same: the portal's, and those of the admin panel with its lists, tabs, widgets and reports. */
export function scalePages(shop: Shop): NextCall[] {
  const { activation, customer, documents, imports, jwt, license } = shop
  const page =
    (path: string, token = jwt, name = masked(path, shop)) =>
    () => ({ headers: { authorization: `JWT ${token}` }, name: `admin ${name}`, path })
  const admin = (path: string) => page(`/admin/${path}`)
  const shown = { ...documents, activations: activation.id, customers: customer }
  const others = Object.entries({ ...shown, licenses: license.id })
  return [
    ...portalPages(shop),
    page('/admin'),
    ...widgets.map((slug) => page('/admin', shop.widgets[slug], `/admin, widget ${slug} alone`)),
    ...adminLists.map((slug) => admin(`collections/${slug}`)),
    admin('collections/licenses?sort=code&page=3'),
    admin('collections/licenses?where[and][0][expiresAt][less_than]=2100-01-01'),
    ...filtered.flatMap(([slug, filter]) => [
      admin(`collections/${slug}?where[and][0][${filter}`),
      admin(`collections/${slug}?search=${license.code.slice(0, 12)}`),
    ]),
    ...others.map(([slug, id]) => admin(`collections/${slug}/${id}`)),
    ...adminTabs.customers.map((tab) => admin(`collections/customers/${customer}/${tab}`)),
    ...adminTabs.licenses.map((tab) => admin(`collections/licenses/${license.id}/${tab}`)),
    admin('globals/settings'),
    admin('account'),
    admin('reports/top-customers'),
    admin('reports/top-customers?metric=activations&period=month'),
    admin('imports'),
    admin(`imports/${imports.ready}`),
    page(`/admin/imports/${imports.done}`, jwt, '/admin/imports/[id] (done)'),
    page(`/api/admin-search?q=${license.code.slice(0, 12)}`),
  ]
}
