import { adminActions } from './scaleActions'
import { adminReads } from './scaleAdmin'
import { apiReads, apiWrites } from './scaleApi'
import { legacyCalls } from './scaleLegacy'
import { scalePages } from './scalePages'
import { portalFiles, redirects, visits } from './scalePortal'
import { restWrites } from './scaleRest'

/** What a mailed link, or a login that is not through, is opened by. */
export const linkPurposes = [
  'cancelEmailChange',
  'changeEmail',
  'confirmEmail',
  'endSession',
  'invitation',
  'resetPassword',
  'secondFactor',
  'socialProof',
] as const

/** The widgets of the dashboard. */
export const widgets = [
  'activations-over-time',
  'customers-growth',
  'customers-new',
  'customers-top',
  'customers-total',
  'failed-attempts',
  'licenses-by-status',
  'licenses-expiring',
] as const

/** What a call needs to know of the shop that it is made to. */
export type Shop = {
  activation: { domain: string; id: string; token: string }
  client: string
  cookie: string
  customer: string
  /** Webhooks that were delivered. */
  deliveries: string[]
  /** A document of each list of the admin panel. */
  documents: Record<string, string>
  /** The names of a photo and of a file that a version has. */
  files: { avatars: string; 'release-files': string }
  imports: {
    /** Imports that were checked, and wait to be run. */
    checked: string[]
    /** One whose rows were all brought in. */
    done: string
    /** One that waits for its columns to be chosen, of customers. */
    ready: string
    /** The same of licences. */
    readyLicenses: string
  }
  jwt: string
  keys: { external: string; internal: string }
  license: { code: string; id: string }
  login: { email: string; password: string }
  /** A customer who is not signed in. */
  other: string
  product: string
  reference: string
  /** What opens the pages of links: the value of `token`, or of a cookie. */
  tokens: Record<'slot' | 'socialBrowser' | (typeof linkPurposes)[number], string>
  /** Of the product of the licence. */
  version: string
  /** Tokens of administrators who see one widget each. */
  widgets: Record<(typeof widgets)[number], string>
}

/** A request below the address of a server. */
export type ScaleCall = {
  body?: object
  /** Sent in place of a body, as it is. */
  file?: string
  headers?: Record<string, string>
  method?: 'DELETE' | 'GET' | 'PATCH' | 'POST' | 'PUT'
  name: string
  path: string
  /** The status of a good answer, where that is neither 200 nor 201. */
  status?: number
  /** Told of the answer's body, and of its cookies. */
  then?: (text: string, cookies: string[]) => void
}

/** Makes the next request of a kind. */
export type NextCall = () => ScaleCall

/** Every page of the portal, list and widget of the admin panel, report, and call of the APIs that changes nothing. */
export function scaleReads(shop: Shop): NextCall[] {
  return [
    ...scalePages(shop),
    ...redirects(shop),
    ...portalFiles(shop),
    ...adminReads(shop),
    ...apiReads(shop),
  ]
}

/** Those and the calls that change something. */
export function scaleCalls(shop: Shop): NextCall[] {
  return [
    ...scaleReads(shop),
    ...apiWrites(shop),
    ...legacyCalls(shop),
    ...restWrites(shop),
    ...adminActions(shop),
    ...visits(shop),
  ]
}

/** A path without what is different in each shop. */
export function masked(path: string, { activation, client, customer, license }: Shop): string {
  return path
    .replace(customer, '[id]')
    .replace(license.id, '[id]')
    .replace(activation.id, '[id]')
    .replace(license.code, '[code]')
    .replace(client, '[client]')
    .replaceAll(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g, '[id]')
    .replace(/(search|token)=.*|\bq=.*/, (found) => `${found.split('=')[0]}=…`)
}
