import { masked, type NextCall, type ScaleCall, type Shop } from './scaleCalls'

/** Pages that anybody opens. */
const publicPages = [
  'login',
  'register',
  'forgot-password',
  'free-slot/request',
  'confirm-email/resend',
  'account-deleted',
]

/** Pages of mailed links, and what their token is for. */
const linkPages = [
  ['cancelEmailChange', 'change-email/cancel'],
  ['changeEmail', 'change-email'],
  ['confirmEmail', 'confirm-email'],
  ['endSession', 'end-session'],
  ['invitation', 'invitation'],
  ['resetPassword', 'reset-password'],
  ['slot', 'free-slot'],
] as const

/** A page of the portal, for whoever the cookie says. */
function visit(shop: Shop, path: string, cookie?: string): ScaleCall {
  const headers: Record<string, string> = cookie ? { cookie } : {}
  return { headers, name: `portal ${masked(path, shop)}`, path }
}

/** Every page of the portal that shows something, and what is downloaded there. */
export function portalPages(shop: Shop): NextCall[] {
  const { activation, cookie, license, tokens, version } = shop
  const open = (path: string, cookies?: string) => () => visit(shop, `/customer/${path}`, cookies)
  const own = (path: string) => open(path, cookie)
  const ofLicense = `product-licenses/${license.id}`
  return [
    ...publicPages.map((path) => open(path)),
    ...linkPages.map(([purpose, path]) => open(`${path}?token=${tokens[purpose]}`)),
    open(`confirm-sign-in?token=${tokens.socialProof}`, `lm-social-proof=${tokens.socialBrowser}`),
    open('login/verify', `lm-second-factor=${tokens.secondFactor}`),
    own('logout'),
    own('dashboard'),
    own('product-licenses'),
    own(`product-licenses?search=${license.code.slice(0, 6)}`),
    own('product-licenses?status=active'),
    own('product-licenses/add'),
    own(ofLicense),
    own(`${ofLicense}/certificate`),
    own(`${ofLicense}/certificate?for=${activation.id}`),
    own(`${ofLicense}/downloads/${version}/main`),
    own('product-activations'),
    own(`product-activations/${activation.id}/name`),
    own(`product-activations/${activation.id}/deactivate`),
    own('downloads'),
    own('avatar'),
    own('avatar/remove'),
    own('settings'),
    own('settings/connected'),
    own('settings/email'),
    own('settings/security'),
    own('settings/history'),
    own('settings/sessions'),
    own('settings/data'),
    own('settings/data/export'),
    () => visit(shop, '/.well-known/license-keys.json'),
  ]
}

/** The portal's files, as a host without these pages gives them out. */
export function portalFiles(shop: Shop): NextCall[] {
  const { license, version } = shop
  const ofLicense = `portal/product-licenses/${license.id}`
  const own = [
    'customers/me',
    'portal/avatar',
    `${ofLicense}/certificate`,
    'portal/settings/data/export',
  ]
  const files = [...own, `${ofLicense}/downloads/${version}/main`, 'license-keys']
  const headers = { cookie: shop.cookie }
  return files.map((path) => () => call(shop, path, { headers, method: 'GET' }))
}

/** What leads elsewhere, or is not there. */
export function redirects(shop: Shop): NextCall[] {
  const { cookie } = shop
  return [
    () => ({ ...visit(shop, '/customer', cookie), status: 307 }),
    () => ({ ...visit(shop, '/customer/not-there', cookie), status: 404 }),
  ]
}

let serial = 0

/** As a visitor of the portal's calls: from this site, and from an address of their own. */
function call(shop: Shop, path: string, rest: Partial<ScaleCall>): ScaleCall {
  serial += 1
  const { headers, method = 'POST', ...others } = rest
  const address = `10.${serial >> 16}.${(serial >> 8) & 255}.${serial & 255}`
  return {
    headers: { 'x-forwarded-for': address, ...headers },
    method,
    name: `portal ${method} ${masked(path, shop)}`,
    path: `/api/${path}`,
    ...others,
  }
}

/** The calls of the portal that change something. */
export function visits(shop: Shop): NextCall[] {
  const { cookie, keys, license, login, reference } = shop
  const arrived: string[] = []
  const installed: string[] = []
  const address = () => `visitor-${serial}@example.com`
  return [
    () =>
      call(shop, 'customers/login', {
        body: login,
        then: (_, cookies) => {
          const session = cookies.find((each) => each.startsWith('lm-portal='))
          if (session) arrived.push(session)
        },
      }),
    () => call(shop, 'customers/logout', { headers: { cookie: arrived.shift() ?? '' } }),
    () =>
      call(shop, 'customers/register', {
        body: { email: address(), name: 'A visitor', password: 'quite-a-long-sentence-7' },
        status: 202,
      }),
    () => call(shop, 'customers/forgot-password', { body: { email: login.email } }),
    () => call(shop, 'customers/resend-confirmation', { body: { email: address() } }),
    () =>
      call(shop, 'external/license/activate', {
        body: { license_code: license.code, product_id: reference },
        headers: { 'x-api-key': keys.external, 'x-api-url': `portal-${serial}.example.com` },
        name: 'api POST external/license/activate (to be deactivated)',
        then: (text) => installed.push(activationIn(text)),
      }),
    () => call(shop, `portal/activations/${installed.shift()}/deactivate`, { headers: { cookie } }),
  ]
}

/** The id of an activation, which its token has in it. */
function activationIn(text: string): string {
  const { data } = JSON.parse(text) as { data: { license_data: string } }
  return Buffer.from(data.license_data.split('.')[1] ?? '', 'base64url').toString()
}
