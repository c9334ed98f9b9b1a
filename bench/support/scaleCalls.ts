import { apiReads, apiWrites } from './scaleApi'
import { scalePages } from './scalePages'

/** What a call needs to know of the shop that it is made to. */
export type Shop = {
  activation: { domain: string; id: string; token: string }
  client: string
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
  method?: 'DELETE' | 'GET' | 'POST' | 'PUT'
  name: string
  path: string
  /** Told of the answer's body. */
  then?: (text: string) => void
}

/** Makes the next request of a kind. */
export type NextCall = () => ScaleCall

/** Every page of the portal, list and widget of the admin panel, report, and call of the APIs. */
export function scaleCalls(shop: Shop): NextCall[] {
  return [...scalePages(shop), ...apiReads(shop), ...apiWrites(shop)]
}

/** A path without what is different in each shop. */
export function masked(path: string, { activation, client, customer, license }: Shop): string {
  return path
    .replace(customer, '[id]')
    .replace(license.id, '[id]')
    .replace(activation.id, '[id]')
    .replace(license.code, '[code]')
    .replace(client, '[client]')
    .replace(/(search|q)=.*/, '$1=…')
}
