import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { from, openApi, type TestApi } from './support/api'

let api: TestApi
let next = 0

beforeAll(async () => {
  api = await openApi()
})
afterAll(() => api.close())

const newDomain = () => `shop${++next}.example.com`

const activate = (code: string, domain: string, headers: Record<string, string> = {}) =>
  api.call('POST', '/external/license/activate', {
    body: { license_code: code, product_id: 'TIDEMARK' },
    headers: { ...from(domain), ...headers },
  })

const tokenOf = ({ body }: { body: Record<string, unknown> }) => body.lic_response as string

describe('checks of the connection', () => {
  it('answers a health check without a key', async () => {
    const { body, status } = await api.call('GET', '/health-check', { key: null })
    expect([status, body]).toEqual([200, { status: 'ok' }])
  })

  it.each(['/external', '/internal'])('answers the connection check of %s', async (prefix) => {
    const { body, headers, status } = await api.call('GET', `${prefix}/connection-check`)
    expect([status, body]).toEqual([200, { status: true, message: 'Connection successful' }])
    expect(headers.get('cache-control')).toBe('no-store')
  })
})

describe('activate', () => {
  it('answers with a token, in both places that clients read it from', async () => {
    const { code } = await api.createLicense()
    const { body, status } = await activate(code, newDomain())
    const token = body.lic_response
    expect(status).toBe(200)
    expect(token).toEqual(expect.stringMatching(/^\S{40,}$/))
    expect(body).toEqual({
      is_active: true,
      message: 'Activated.',
      lic_response: token,
      data: { license_data: token },
    })
  })

  it('gives the same token for the same domain, however it is written, and takes one slot', async () => {
    const { code } = await api.createLicense({ parallelUses: 1 })
    const domain = newDomain()
    const addresses = [
      domain,
      `https://www.${domain.toUpperCase()}/app?x=1`,
      `http://user@${domain}:8080`,
    ]
    const tokens = new Set<string>()
    for (const address of addresses) {
      tokens.add(tokenOf(await activate(code, domain, { 'x-api-url': address })))
    }
    expect([...tokens]).toEqual([expect.any(String)])
  })

  it.each([
    ['X-API-URL', 'X-API-IP', 'X-API-KEY'],
    ['LB-URL', 'LB-IP', 'LB-API-KEY'],
    ['X-URL', 'X-IP', 'X-API-KEY'],
  ])('reads the headers %s, %s and %s', async (url, ip, key) => {
    const { code, id } = await api.createLicense()
    const domain = newDomain()
    const { body } = await api.call('POST', '/external/license/activate', {
      body: { client_name: 'Ada', license_code: code, product_id: 'TIDEMARK' },
      headers: {
        [url]: `https://${domain}/shop`,
        [ip]: '198.51.100.7',
        [key]: api.keys.external,
        'user-agent': 'Tidemark/2.1',
      },
      key: null,
    })
    expect(body.is_active).toBe(true)
    const { docs } = await api.payload.find({
      collection: 'activations',
      where: { license: { equals: id } },
    })
    expect(docs).toMatchObject([
      {
        clientName: 'Ada',
        domain,
        ip: '198.51.100.7',
        url: `https://${domain}/shop`,
        userAgent: 'Tidemark/2.1',
      },
    ])
  })

  it("keeps the caller's address when the client names none, or nonsense", async () => {
    const { code, id } = await api.createLicense()
    await activate(code, newDomain(), { 'x-api-ip': 'not an address' })
    const { docs } = await api.payload.find({
      collection: 'activations',
      where: { license: { equals: id } },
    })
    expect(docs[0]?.ip).toBe('192.0.2.1')
  })

  it('reads forms, and JSON that is announced as a form', async () => {
    const { code } = await api.createLicense()
    const bodies = [
      new URLSearchParams({ license_code: code, product_id: 'TIDEMARK', verify_type: 'envato' }),
      JSON.stringify({ license_code: code, product_id: 'TIDEMARK' }),
    ]
    for (const body of bodies) {
      const answer = await api.call('POST', '/external/license/activate', {
        body: body.toString(),
        headers: { ...from(newDomain()), 'content-type': 'application/x-www-form-urlencoded' },
      })
      expect(answer.body).toMatchObject({ is_active: true })
    }
  })

  it('serves clients that say nothing of where they are', async () => {
    const { code } = await api.createLicense()
    const first = await activate(code, 'unused', { 'x-api-url': '' })
    expect(first.body.is_active).toBe(true)
    expect(tokenOf(await activate(code, 'unused', { 'x-api-url': '' }))).toBe(tokenOf(first))
  })
})

describe('verify and deactivate', () => {
  it.each(['license_data', 'license_file'])('know an installation by its %s', async (field) => {
    const { code } = await api.createLicense({ parallelUses: 1 })
    const domain = newDomain()
    const body = { [field]: tokenOf(await activate(code, domain)), product_id: 'TIDEMARK' }
    const headers = from(domain)
    const verified = await api.call('POST', '/external/license/verify', { body, headers })
    expect(verified.body).toEqual({ is_active: true, message: 'Verified.', data: null })
    const ended = await api.call('POST', '/external/license/deactivate', { body, headers })
    expect(ended.body).toEqual({ is_active: true, message: 'Deactivated.' })
    for (const call of ['verify', 'deactivate']) {
      const answer = await api.call('POST', `/external/license/${call}`, { body, headers })
      expect(answer.body).toMatchObject({ code: 'not_activated', is_active: false })
    }
    expect((await activate(code, newDomain())).body.is_active).toBe(true)
  })

  it('refuse a token of any length as one that is forged', async () => {
    const body = { license_data: 'x'.repeat(200_000), product_id: 'TIDEMARK' }
    for (const path of ['license/verify', 'license/deactivate', 'license/certificate']) {
      const answer = await api.call('POST', `/external/${path}`, { body })
      const { code, is_active } = answer.body
      expect([answer.status, is_active, code]).toEqual([200, false, 'not_activated'])
    }
  })

  it('know an installation by the code and its domain', async () => {
    const { code } = await api.createLicense()
    const domain = newDomain()
    await activate(code, domain)
    const body = { license_code: code, product_id: 'TIDEMARK' }
    for (const call of ['verify', 'deactivate']) {
      const elsewhere = await api.call('POST', `/external/license/${call}`, {
        body,
        headers: from(newDomain()),
      })
      expect(elsewhere.body).toMatchObject({ code: 'not_activated', is_active: false })
      const here = await api.call('POST', `/external/license/${call}`, {
        body,
        headers: from(domain),
      })
      expect(here.body.is_active).toBe(true)
    }
  })
})

describe('check', () => {
  it.each([
    [{}, 'active', true],
    [{ expiresAt: '2020-01-01' }, 'expired', false],
    [{ isValid: false }, 'blocked', false],
  ])('tells the status of a licence with %j', async (data, status, isActive) => {
    const { code } = await api.createLicense({ parallelUses: 3, ...data })
    const { body } = await api.call('POST', '/external/license/check', {
      body: { license_code: code.toLowerCase() },
    })
    expect(body).toMatchObject({
      is_active: isActive,
      data: { activations: 0, parallel_uses: 3, product_id: 'TIDEMARK', status },
    })
    expect(JSON.stringify(body)).not.toMatch(/email|customer|comment/)
  })
})
