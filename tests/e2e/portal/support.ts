import { randomUUID } from 'node:crypto'

import { type APIRequestContext, expect, type Page, request, test as base } from '@playwright/test'

import { demo } from '../../support/demo'

export type Account = { clientId: string; email: string; name: string; password: string }

type License = { code: string; id: string }

type Product = { id: string; referenceId: string }

/** A version; its product by id, and by reference ID where the product is its own. */
type Release = { id: string; product: string; reference: string }

/** What an administrator and client software do before and while a customer looks at the portal. */
export type Seller = {
  activate: (code: string, url: string, userAgent?: string) => Promise<void>
  createCustomer: (name?: string) => Promise<Account>
  createLicense: (data: Record<string, unknown>) => Promise<License>
  createProduct: (data?: Record<string, unknown>) => Promise<Product>
  /** An account whose address nobody confirmed, with a password of whoever registered it. */
  createUnconfirmed: () => Promise<Account>
  /** Makes an account one that nobody confirmed. */
  forgetConfirmation: (account: Account) => Promise<void>
  /** Releases a version with a file, of a product of its own unless one is named. */
  release: (version: Record<string, unknown>) => Promise<Release>
  saveSettings: (data: Record<string, unknown>) => Promise<void>
  /** Sells the demo's product at Envato as the item with this id. */
  setEnvatoId: (envatoId: string) => Promise<void>
}

/** Opens a session of the portal in the page's browser. */
export type LogIn = (account: Pick<Account, 'email' | 'password'>) => Promise<void>

/** Playwright's test with the seller's side, and a way in that does not go through the form, at hand. */
export const test = base.extend<{ logIn: LogIn }, { seller: Seller }>({
  extraHTTPHeaders: async ({ extraHTTPHeaders }, provide) => {
    const part = () => Math.floor(Math.random() * 254) + 1
    const address = `10.${part()}.${part()}.${part()}`
    await provide({ ...extraHTTPHeaders, 'X-Forwarded-For': address })
  },
  logIn: async ({ baseURL, page }, provide) => {
    await provide(async ({ email, password }) => {
      const response = await page.request.post('/api/customers/login', {
        data: { email, password },
        headers: { Origin: baseURL ?? '' },
      })
      expect(response.status()).toBe(200)
    })
  },
  seller: [
    async ({ browser: _ }, provide, { project }) => {
      const baseURL = project.use.baseURL ?? ''
      const api = await request.newContext({ baseURL, extraHTTPHeaders: { Origin: baseURL } })
      const login = await api.post('/api/users/login', { data: demo().admin })
      expect(login.status()).toBe(200)
      await provide(sellerOf(api))
      await api.dispose()
    },
    { scope: 'worker' },
  ],
})

/** Waits until the page's scripts run, so that what is clicked next is answered by them. */
export async function untilInteractive(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
}

/** Gives the page's browser a device for passkeys, which its owner has just touched. */
export async function addAuthenticator(page: Page): Promise<void> {
  const client = await page.context().newCDPSession(page)
  await client.send('WebAuthn.enable')
  await client.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      automaticPresenceSimulation: true,
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      protocol: 'ctap2',
      transport: 'internal',
    },
  })
}

function sellerOf(api: APIRequestContext): Seller {
  const createProduct = (data: Record<string, unknown> = {}) =>
    create<Product>(api, 'products', { name: `Tidepool ${randomUUID()}`, ...data })
  return {
    async activate(code, url, userAgent = 'Tidepool/2.1.0') {
      const response = await api.post('/api/external/license/activate', {
        data: { license_code: code, product_id: 'LEDGERLINE' },
        headers: {
          'User-Agent': userAgent,
          'X-API-KEY': demo().apiKeys.external,
          'X-API-URL': url,
        },
      })
      expect(await response.json()).toMatchObject({ is_active: true })
    },
    async createCustomer(name = 'Paula Portal') {
      const account = newAccount(name)
      await create(api, 'customers', { ...account, confirmedAt: new Date().toISOString() })
      return account
    },
    async createLicense(data) {
      return create<License>(api, 'licenses', { product: await demoProduct(api), ...data })
    },
    createProduct,
    async createUnconfirmed() {
      const account = newAccount('Paula Portal')
      await create(api, 'customers', account)
      return account
    },
    async forgetConfirmation({ email }) {
      const query = new URLSearchParams({ 'where[email][equals]': email }).toString()
      const response = await api.patch(`/api/customers?${query}`, { data: { confirmedAt: null } })
      expect(response.status()).toBe(200)
    },
    async release(version) {
      const named = version.product as string | undefined
      const { id: product, referenceId: reference } = named
        ? { id: named, referenceId: '' }
        : await createProduct()
      const data = { ...version, mainFile: await upload(api), product }
      return { ...(await create<{ id: string }>(api, 'versions', data)), product, reference }
    },
    async saveSettings(data) {
      expect((await api.post('/api/globals/settings', { data })).status()).toBe(200)
    },
    async setEnvatoId(envatoId) {
      const path = `/api/products/${await demoProduct(api)}`
      expect((await api.patch(path, { data: { envatoId } })).status()).toBe(200)
    },
  }
}

function newAccount(name: string): Account {
  const id = randomUUID()
  return {
    clientId: `PORTAL-${id}`,
    email: `portal-${id}@example.com`,
    name,
    password: `correct horse ${id}`,
  }
}

/** What every release's file holds. */
export const releaseBytes = Buffer.from('the software, byte for byte')

async function upload(api: APIRequestContext): Promise<string> {
  const file = { buffer: releaseBytes, mimeType: 'application/zip', name: 'tidepool.zip' }
  const response = await api.post('/api/release-files', { multipart: { file } })
  expect(response.status()).toBe(201)
  return ((await response.json()) as { doc: { id: string } }).doc.id
}

async function demoProduct(api: APIRequestContext): Promise<string> {
  const products = await api.get('/api/products?where[referenceId][equals]=LEDGERLINE')
  const { docs } = (await products.json()) as { docs: { id: string }[] }
  return docs[0]?.id ?? ''
}

async function create<Doc>(
  api: APIRequestContext,
  collection: string,
  data: Record<string, unknown>,
): Promise<Doc> {
  const response = await api.post(`/api/${collection}`, { data })
  expect(response.status()).toBe(201)
  return ((await response.json()) as { doc: Doc }).doc
}
