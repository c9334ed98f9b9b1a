import { masked, type NextCall, type Shop } from './scaleCalls'

const publicPages = [
  'login',
  'register',
  'forgot-password',
  'free-slot/request',
  'confirm-email/resend',
]

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
] as const

/** The pages of the portal, and those of the admin panel with its lists, widgets and reports. */
export function scalePages(shop: Shop): NextCall[] {
  const { activation, cookie, customer, jwt, license } = shop
  const page = (path: string, headers: Record<string, string>) => () => ({
    headers,
    name: `${path.startsWith('/customer') ? 'portal' : 'admin'} ${masked(path, shop)}`,
    path,
  })
  const portal = (path: string) => page(`/customer/${path}`, { cookie })
  const admin = (path: string) => page(path, { authorization: `JWT ${jwt}` })
  return [
    ...publicPages.map((path) => page(`/customer/${path}`, {})),
    portal('dashboard'),
    portal('product-licenses'),
    portal(`product-licenses?search=${license.code.slice(0, 6)}`),
    portal('product-licenses?status=active'),
    portal('product-licenses/add'),
    portal(`product-licenses/${license.id}`),
    portal('product-activations'),
    portal(`product-activations/${activation.id}/name`),
    portal(`product-activations/${activation.id}/deactivate`),
    portal('downloads'),
    portal('settings'),
    portal('settings/email'),
    portal('settings/security'),
    portal('settings/history'),
    portal('settings/sessions'),
    portal('settings/data'),
    portal('settings/data/export'),
    admin('/admin'),
    ...adminLists.map((slug) => admin(`/admin/collections/${slug}`)),
    admin('/admin/collections/licenses?sort=code&page=3'),
    ...filtered.flatMap(([slug, filter]) => [
      admin(`/admin/collections/${slug}?where[and][0][${filter}`),
      admin(`/admin/collections/${slug}?search=${license.code.slice(0, 12)}`),
    ]),
    admin(`/admin/collections/licenses/${license.id}`),
    admin(`/admin/collections/activations/${activation.id}`),
    admin(`/admin/collections/customers/${customer}`),
    admin('/admin/globals/settings'),
    admin('/admin/reports/top-customers'),
    admin('/admin/imports'),
    admin('/api/licenses?limit=10&depth=0'),
    admin('/api/activations?limit=10&depth=0'),
    admin('/api/customers?limit=10&depth=0'),
    admin(`/api/admin-search?q=${license.code.slice(0, 12)}`),
  ]
}
