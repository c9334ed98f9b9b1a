import { randomUUID } from 'node:crypto'

import { createLocalReq, handleEndpoints } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { transactionOf } from '../../../collections/transaction'
import type { Customer, License } from '../../../payload-types'
import { openSession } from '../../../src/accounts/sessions/openSession'
import { cookieName } from '../../../src/portal/session/cookie'
import { contentOf } from './support/certificates'
import { openPortal, type TestPortal } from './support/portal'

/** Without route files, Payload's API hands out the portal's files: to whom they belong, by the portal's cookie, and to nobody else. */
let portal: TestPortal
let ada: Customer
let license: License
let files: string[]

beforeAll(async () => {
  portal = await openPortal()
  ada = await portal.createCustomer()
  license = await portal.createLicense({ customerId: ada.clientId })
  files = ['/settings/data/export', `/product-licenses/${license.id}/certificate`]
})
afterAll(() => portal.close())

async function cookieOf(customer: Customer): Promise<string> {
  const req = await createLocalReq({}, portal.payload)
  const { token } = await openSession(req, await transactionOf(req), {
    customer: customer.id,
    deviceToken: null,
    isRemembered: false,
    method: 'password',
  })
  return `${cookieName(portal.payload, 'session')}=${token}`
}

async function get(
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Response> {
  return handleEndpoints({
    config: portal.payload.config,
    payloadInstanceCacheKey: new URL(portal.databaseUrl).pathname.slice(1),
    request: new Request(`http://localhost:3000/api/portal${path}`, { headers, method }),
  })
}

describe('the customer of the portal’s cookie', () => {
  it('gets data and certificate as attachments that nobody keeps', async () => {
    const cookie = await cookieOf(ada)
    for (const path of files) {
      const response = await get(path, { cookie })
      expect(response.status).toBe(200)
      expect(response.headers.get('content-disposition')).toMatch(/^attachment/)
      expect(response.headers.get('cache-control')).toBe('private, no-store')
      expect(await response.text()).toContain(path.includes('data') ? license.code : 'LICENSE FILE')
    }
  })

  it('gets the certificate of the installation that is asked for', async () => {
    const activation = await portal.activate(license, { domain: 'shop.example.com' })
    const cookie = await cookieOf(ada)
    const [any, one, none] = await Promise.all(
      ['', `?for=${activation}`, `?for=${randomUUID()}`].map(async (query) => {
        const response = await get(`/product-licenses/${license.id}/certificate${query}`, {
          cookie,
        })
        return { status: response.status, text: await response.text() }
      }),
    )
    expect([any?.status, one?.status, none?.status]).toEqual([200, 200, 404])
    expect(contentOf(any?.text ?? '').bound_to).toBeNull()
    expect(contentOf(one?.text ?? '').bound_to).toEqual({ domain: 'shop.example.com' })
  })

  it('is told of a file before it is fetched', async () => {
    const cookie = await cookieOf(ada)
    for (const path of files) {
      const { headers, status } = await get(path, { cookie }, 'HEAD')
      expect([status, headers.get('cache-control')]).toEqual([200, 'private, no-store'])
    }
  })

  it('has no photo and no file where there is none', async () => {
    const cookie = await cookieOf(ada)
    const missing = `/product-licenses/${license.id}/downloads/${randomUUID()}/main`
    for (const path of ['/avatar', missing]) {
      expect((await get(path, { cookie })).status).toBe(404)
    }
  })
})

describe('there is nothing', () => {
  it('for another customer', async () => {
    const cookie = await cookieOf(await portal.createCustomer())
    expect((await get(`/product-licenses/${license.id}/certificate`, { cookie })).status).toBe(404)
    const own = await get('/settings/data/export', { cookie })
    expect(await own.text()).not.toContain(license.code)
  })

  it('for a script of another site, also of one that Payload lets read', async () => {
    const { config } = portal.payload
    const usual = config.cors
    config.cors = ['https://www.example.com']
    const cookie = await cookieOf(ada)
    const statusFrom = async (origin: string) =>
      (await get('/settings/data/export', { cookie, origin })).status
    expect(await statusFrom('https://www.example.com')).toBe(403)
    expect(await statusFrom('http://localhost:3000')).toBe(200)
    config.cors = usual
  })

  it('for nobody, for a forged cookie and for a session’s token in a header', async () => {
    const cookie = await cookieOf(ada)
    const [name, token = ''] = cookie.split('=')
    const wrong: Record<string, string>[] = [
      {},
      { cookie: `${name}=${'x'.repeat(43)}` },
      { authorization: `JWT ${token}` },
      { cookie: `payload-token=${token}` },
    ]
    for (const headers of wrong) {
      for (const path of ['/avatar', ...files]) expect((await get(path, headers)).status).toBe(401)
    }
  })
})
