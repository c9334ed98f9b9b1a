import { randomUUID } from 'node:crypto'

import { type Host, product } from './host'
import type { Staff } from './staff'

/** A verdict of the licensing API. */
export type Verdict = {
  code?: string
  is_active: boolean
  manage_url?: null | string
  motd?: string
  update_available?: boolean
}

/** The licensing API as client software and a shop's back end call it. */
export type LicensingApi = {
  /** What software that is installed at `{site}.example.com` asks. */
  license: (operation: string, site: string, code: string) => Promise<Verdict>
  /** A call with the key of client software. */
  software: (path: string, init?: RequestInit) => Promise<Response>
  /** A call with the key of a shop's back end. */
  shop: (path: string, body: FormData | object) => Promise<Response>
}

/** Makes keys of both kinds. */
export async function openLicensingApi(
  { origin, slugs }: Host,
  staff: Staff,
): Promise<LicensingApi> {
  const keyOf = async (kind: 'external' | 'internal') =>
    String(
      (await staff.post(`/api/${slugs.apiKeys}`, { kind, name: `${kind} ${randomUUID()}` })).key,
    )
  const external = await keyOf('external')
  const internal = await keyOf('internal')
  const call = (key: string, path: string, { headers, ...init }: RequestInit = {}) =>
    fetch(origin + path, {
      ...init,
      headers: { 'x-api-key': key, ...(headers as Record<string, string> | undefined) },
    })
  return {
    license: async (operation, site, code) => {
      const body = { client_name: 'Ada', license_code: code, product_id: product.referenceId }
      const response = await call(external, `/api/external/license/${operation}`, {
        ...asJson(body),
        headers: {
          'content-type': 'application/json',
          'x-api-details': 'installations',
          'x-api-url': `https://${site}.example.com`,
        },
      })
      return (await response.json()) as Verdict
    },
    shop: (path, body) =>
      call(internal, path, body instanceof FormData ? { body, method: 'POST' } : asJson(body)),
    software: (path, init) => call(external, path, init),
  }
}

/** What posts a body as JSON. */
export function asJson(body: object) {
  return {
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
    method: 'POST',
  }
}
