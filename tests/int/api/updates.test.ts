import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { release, sha256 } from '../releases/support'
import { type Answer, from, openApi, type TestApi } from './support/api'

let api: TestApi
let licensed: { token: string }
const bytes = Buffer.from(Array.from({ length: 200_000 }, (_, index) => index % 253))
const domain = 'shop.example.com'

beforeAll(async () => {
  api = await openApi()
  const product = api.product.id
  await release(api.payload, product, { main: 'one', version: '1.0.0' })
  await release(api.payload, product, {
    main: bytes,
    releasedAt: '2026-03-01T00:00:00.000Z',
    sql: 'select 1;',
    version: '1.10.0',
  })
  await release(api.payload, product, { releasedAt: '2026-02-01T00:00:00.000Z', version: '1.2.0' })
  await release(api.payload, product, { isActive: false, main: 'withdrawn', version: '3.0.0' })
  await release(api.payload, product, {
    main: 'tomorrow',
    releasedAt: '2199-01-01T00:00:00.000Z',
    version: '4.0.0',
  })
  licensed = await activated()
})
afterAll(() => api.close())

async function activated(data: object = {}): Promise<{ code: string; token: string }> {
  const { code } = await api.createLicense(data)
  const { body } = await api.call('POST', '/external/license/activate', {
    body: { license_code: code, product_id: 'TIDEMARK' },
    headers: from(domain),
  })
  return { code, token: body.lic_response as string }
}

const post = (path: string, body: object, headers: Record<string, string> = from(domain)) =>
  api.call('POST', `/external/update${path}`, {
    body: { product_id: 'TIDEMARK', ...body },
    headers,
  })

const fetchFile = (path: string, body?: object, headers: Record<string, string> = {}) =>
  api.app.fetch(
    new Request(`http://localhost/api/external/update${path}`, {
      body: body && JSON.stringify(body),
      headers: {
        'content-type': 'application/json',
        'x-api-key': api.keys.external,
        ...from(domain),
        ...headers,
      },
      method: body ? 'POST' : 'GET',
    }),
  )

const verdictOf = ({ body, status }: Answer) => [status, body.is_active, body.code]

describe('check', () => {
  it('offers the newest version that is active and released, with its file', async () => {
    const { body } = await post('/check', { current_version: '1.0.0' })
    expect(body).toMatchObject({
      is_active: true,
      update_available: true,
      version: '1.10.0',
      has_sql: true,
      file_size: bytes.length,
      checksum: { algo: 'sha256', value: sha256(bytes) },
      signature: {
        algo: 'ed25519',
        key_id: expect.any(String) as string,
        value: expect.any(String) as string,
      },
    })
  })

  it.each(['1.10.0', 'v1.10', '2.0', '9'])('offers nothing to who has %s', async (version) => {
    const { body } = await post('/check', { current_version: version })
    expect(body).toMatchObject({
      is_active: true,
      message: 'You are using the latest version.',
      update_available: false,
      version: null,
    })
  })

  it('offers the next one where the product says so', async () => {
    const serve = (serveLatestUpdates: boolean) =>
      api.payload.update({
        collection: 'products',
        data: { serveLatestUpdates },
        id: api.product.id,
      })
    await serve(false)
    const { body } = await post('/check', { current_version: '1.0.0' })
    await serve(true)
    expect(body.version).toBe('1.2.0')
  })

  it('offers a licence what was released until its updates ended', async () => {
    const { token } = await activated({ updatesUntil: '2026-02-15T00:00:00.000Z' })
    const { body } = await post('/check', { current_version: '1.0.0', license_data: token })
    expect(body).toMatchObject({ update_available: true, version: '1.2.0' })
  })

  it('refuses a licence that is not in order, as verify does', async () => {
    const { code, token } = await activated()
    await api.call('POST', `/internal/blocked-product-licenses/${code}`)
    const check = { current_version: '1.0.0', license_data: token }
    expect(verdictOf(await post('/check', check))).toEqual([200, false, 'blocked'])
    const forged = { ...check, license_data: 'lm1.forged.token' }
    expect(verdictOf(await post('/check', forged))).toEqual([200, false, 'not_activated'])
  })

  it('answers 404 to an unknown product and 422 without a version', async () => {
    const unknown = await post('/check', { current_version: '1', product_id: 'UNKNOWN' })
    expect(unknown.status).toBe(404)
    expect((await post('/check', {})).status).toBe(422)
  })
})

it('latest tells of the newest version, and of none that is withdrawn or to come', async () => {
  const { body } = await post('/latest', {})
  expect(body.data).toMatchObject({ has_sql: true, version: '1.10.0' })
})

describe('download', () => {
  it('gives the file byte for byte, and parts of it', async () => {
    const body = { license_data: licensed.token, product_id: 'TIDEMARK' }
    const whole = await fetchFile('/1.10.0/download/main', body)
    expect([whole.status, whole.headers.get('x-lm-checksum-sha256')]).toEqual([200, sha256(bytes)])
    expect(Buffer.from(await whole.arrayBuffer()).equals(bytes)).toBe(true)
    const part = await fetchFile('/1.10.0/download/main', body, { range: 'bytes=-10' })
    expect([part.status, part.headers.get('content-range')]).toEqual([
      206,
      'bytes 199990-199999/200000',
    ])
    expect(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(-10))).toBe(true)
    const beyond = await fetchFile('/1.10.0/download/main', body, { range: 'bytes=200000-' })
    expect(beyond.status).toBe(416)
    const script = await fetchFile('/1.10.0/download/sql', body)
    expect(await script.text()).toBe('select 1;')
  })

  it('needs no product where the licence tells it, and takes the update_id for the version', async () => {
    const byName = await fetchFile('/1.10.0/download/sql', { license_data: licensed.token })
    expect(await byName.text()).toBe('select 1;')
    const { body } = await post('/latest', {})
    const { update_id: id } = body.data as { update_id: string }
    const byId = await fetchFile(`/${id}/download/sql`, { license_data: licensed.token })
    expect(await byId.text()).toBe('select 1;')
  })

  it.each([
    ['an unknown version', '/9.9/download/main'],
    ['a version that is withdrawn', '/3.0.0/download/main'],
    ['a version to come', '/4.0.0/download/main'],
    ['a version without a file', '/1.2.0/download/main'],
    ['a type that there is not', '/1.10.0/download/constructor'],
    ['a path', '/..%2f..%2fetc%2fpasswd/download/main'],
  ])('answers 404 to %s', async (_, path) => {
    const { status } = await post(path, { license_data: licensed.token })
    expect(status).toBe(404)
  })

  it('refuses who has no licence, one for another domain, or one whose updates have ended', async () => {
    const path = '/1.10.0/download/main'
    expect((await post(path, {})).status).toBe(422)
    const body = { license_data: licensed.token }
    expect(verdictOf(await post(path, body, from('elsewhere.example')))).toEqual([
      200,
      false,
      'not_activated',
    ])
    const { token } = await activated({ updatesUntil: '2026-02-28T23:59:59.000Z' })
    expect(verdictOf(await post(path, { license_data: token }))).toEqual([
      200,
      false,
      'updates_expired',
    ])
    const older = await fetchFile('/1.0.0/download/main', { license_data: token })
    expect(await older.text()).toBe('one')
  })

  it("never gives another product's file for a licence", async () => {
    const other = await api.payload.create({
      collection: 'products',
      data: { name: 'Ledger', referenceId: 'LEDGER' },
    })
    const { id } = await release(api.payload, other.id, { main: 'ledger', version: '7.0.0' })
    for (const [version, product] of [
      ['7.0.0', 'LEDGER'],
      [id, 'LEDGER'],
      [id, 'TIDEMARK'],
      [id, undefined],
      ['7.0.0', undefined],
    ]) {
      const answer = await post(`/${version}/download/main`, {
        license_data: licensed.token,
        product_id: product,
      })
      expect(answer.body.is_active ?? false).toBe(false)
      expect([200, 404]).toContain(answer.status)
    }
  })

  it('asks for no licence where the product does not, but for an active product', async () => {
    const free = await api.payload.create({
      collection: 'products',
      data: { licenseUpdate: false, name: 'Free', referenceId: 'FREE' },
    })
    await release(api.payload, free.id, { main: 'free', version: '1.10.0' })
    const given = await fetchFile('/1.10.0/download/main', { product_id: 'FREE' })
    expect(await given.text()).toBe('free')
    const unclear = await post('/1.10.0/download/main', { product_id: undefined })
    expect([unclear.status, Object.keys(unclear.body.errors as object)]).toEqual([
      422,
      ['product_id'],
    ])
    await api.payload.update({ collection: 'products', data: { isActive: false }, id: free.id })
    const off = await post('/1.10.0/download/main', { product_id: 'FREE' })
    expect(verdictOf(off)).toEqual([200, false, 'product_inactive'])
  })

  it('tells the size in headers, without the file', async () => {
    const path = '/1.10.0/download/main/size?product_id=TIDEMARK'
    const answer = await fetchFile(path)
    expect([answer.headers.get('content-length'), answer.headers.get('content-type')]).toEqual([
      '200000',
      'application/zip',
    ])
    const body = Buffer.from(await answer.arrayBuffer())
    expect([body.length, body.every((byte) => byte === 0)]).toEqual([200_000, true])
    const head = await api.app.fetch(
      new Request(`http://localhost/api/external/update${path}`, {
        headers: { 'x-api-key': api.keys.external },
        method: 'HEAD',
      }),
    )
    expect([head.status, head.headers.get('content-length')]).toEqual([200, '200000'])
  })
})
