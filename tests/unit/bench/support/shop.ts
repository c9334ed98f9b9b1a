import type { Shop } from '../../../../bench/support/scaleCalls'
import { adminLists } from '../../../../bench/support/scalePages'

let serial = 0
const id = () => `00000000-0000-4000-8000-${String((serial += 1)).padStart(12, '0')}`

/** A shop with a value for whatever calls ask for, and no database. */
export const shop: Shop = {
  activation: { domain: 'shop.example.com', id: id(), token: 'TOKEN' },
  client: 'CLIENT',
  cookie: 'a=b',
  customer: id(),
  deliveries: Array.from({ length: 9 }, id),
  documents: Object.fromEntries(adminLists.map((slug) => [slug, id()])),
  files: { avatars: 'photo.webp', 'release-files': 'product.txt' },
  imports: { checked: Array.from({ length: 9 }, id), done: id(), ready: id(), readyLicenses: id() },
  jwt: 'jwt',
  keys: { external: 'external', internal: 'internal' },
  license: { code: 'CODE-CODE-CODE', id: id() },
  login: { email: 'ada@example.com', password: 'PASSWORD' },
  other: id(),
  product: id(),
  reference: 'REFERENCE',
  tokens: {
    cancelEmailChange: 'TOKEN',
    changeEmail: 'TOKEN',
    confirmEmail: 'TOKEN',
    endSession: 'TOKEN',
    invitation: 'TOKEN',
    resetPassword: 'TOKEN',
    secondFactor: 'TOKEN',
    slot: 'TOKEN',
    socialBrowser: 'TOKEN',
    socialProof: 'TOKEN',
  },
  version: id(),
  widgets: {
    'activations-over-time': 'jwt',
    'customers-growth': 'jwt',
    'customers-new': 'jwt',
    'customers-top': 'jwt',
    'customers-total': 'jwt',
    'failed-attempts': 'jwt',
    'licenses-by-status': 'jwt',
    'licenses-expiring': 'jwt',
  },
}
