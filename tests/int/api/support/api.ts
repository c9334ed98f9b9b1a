import type { Payload } from 'payload'

import type { License, Product, Setting } from '../../../../payload-types'
import { createLicensingApi } from '../../../../src/api/app'
import { createTestPayload } from '../../../support/payload'

/** An answer of the API with its body read. */
export type Answer = { body: Record<string, unknown>; headers: Headers; status: number }

export type Call = {
  body?: unknown
  /** Null sends none. */
  key?: null | string
  headers?: Record<string, string>
  /** The connection's address. */
  ip?: string
}

/** The licensing API on a database of its own, without a server: the app is called as a function. */
export type TestApi = {
  app: ReturnType<typeof createLicensingApi>
  /** What Payload keeps its instance under. */
  cacheKey: string
  call: (method: string, path: string, call?: Call) => Promise<Answer>
  close: () => Promise<void>
  createKey: (kind: 'external' | 'internal', data?: Record<string, unknown>) => Promise<IssuedKey>
  createLicense: (data?: Partial<License>) => Promise<License & { code: string }>
  databaseUrl: string
  keys: { external: string; internal: string }
  payload: Payload
  product: Product & { referenceId: string }
  /** Changes settings; the API sees it after a second at most. */
  saveSettings: (data: Partial<Setting>) => Promise<void>
}

export type IssuedKey = { id: string; key: string }

const connectionHeader = 'x-test-connection'
const settingsMemoryMs = 1000

/** Opens it. To be closed after the tests of the file. */
export async function openApi(): Promise<TestApi> {
  const { close, databaseUrl, payload } = await createTestPayload()
  const app = createLicensingApi({
    clientIp: (request) => request.headers.get(connectionHeader),
    payload,
  })
  const createKey: TestApi['createKey'] = async (kind, data = {}) => {
    const made = await payload.create({
      collection: 'api-keys',
      data: { kind, name: `Test ${kind}`, ...data },
    })
    return { id: made.id, key: (made as unknown as IssuedKey).key }
  }
  const [external, internal] = await Promise.all([createKey('external'), createKey('internal')])
  const keys = { external: external.key, internal: internal.key }
  const product = (await payload.create({
    collection: 'products',
    data: { name: 'Tidemark', referenceId: 'TIDEMARK' },
  })) as TestApi['product']

  return {
    app,
    cacheKey: new URL(databaseUrl).pathname.slice(1),
    call: async (method, path, { body, headers, ip = '192.0.2.1', key } = {}) => {
      const usual = path.startsWith('/internal') ? keys.internal : keys.external
      const response = await app.fetch(
        new Request(`http://localhost/api${path}`, {
          body: typeof body === 'string' || body === undefined ? body : JSON.stringify(body),
          headers: {
            ...(body === undefined ? {} : { 'content-type': 'application/json' }),
            ...(key === null ? {} : { 'x-api-key': key ?? usual }),
            [connectionHeader]: ip,
            ...headers,
          },
          method,
        }),
      )
      const answer = (await response.json()) as Answer['body']
      return { body: answer, headers: response.headers, status: response.status }
    },
    close,
    createKey,
    createLicense: (data = {}) =>
      payload.create({
        collection: 'licenses',
        data: { product: product.id, type: 'perpetual', ...data },
      }) as Promise<License & { code: string }>,
    databaseUrl,
    keys,
    payload,
    product,
    saveSettings: async (data) => {
      await payload.updateGlobal({ slug: 'settings', data })
      await new Promise((resolve) => setTimeout(resolve, settingsMemoryMs + 50))
    },
  }
}

/** Headers of client software on a domain. */
export const from = (domain: string) => ({ 'x-api-url': `https://${domain}/` })
