import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import {
  ApiError,
  ChecksumError,
  createLicenseClient,
  type Options,
  readAll,
  type State,
  UnreachableError,
} from '../../../packages/client/src'
import { publicKeys } from '../../../src/certificates/signingKeys'
import { openApi, type TestApi } from '../api/support/api'
import { release, sha256 } from '../releases/support'

let api: TestApi
let state: null | State = null
let isDown = false
let clock = 0
let next = 0
const dayMs = 24 * 60 * 60 * 1000
const main = Buffer.from(Array.from({ length: 100_000 }, (_, index) => index % 256))

beforeAll(async () => {
  api = await openApi()
  await release(api.payload, api.product.id, { main, version: '1.1.0' })
})
afterAll(() => api.close())
beforeEach(() => {
  state = null
  isDown = false
  clock = 0
})

/** The network: the real API as a function, and what Next serves beside it. */
const network: typeof fetch = async (input, init) => {
  if (isDown) throw new TypeError('fetch failed')
  const request = new Request(input, init)
  if (request.url.endsWith('/.well-known/license-keys.json')) {
    return Response.json({ keys: await publicKeys(api.payload) })
  }
  return api.app.fetch(request)
}

const client = (options: Partial<Options> = {}) =>
  createLicenseClient({
    apiKey: api.keys.external,
    baseUrl: 'http://localhost/api/',
    clientName: 'Ada',
    fetch: network,
    now: () => Date.now() + clock,
    productId: 'TIDEMARK',
    store: {
      load: () => state,
      save: (given) => {
        state = given
      },
    },
    url: 'https://www.shop.example.com/app',
    ...options,
  })

const newLicense = (data: object = {}) => api.createLicense({ parallelUses: 1, ...data })

describe('online', () => {
  it('activates, verifies and deactivates', async () => {
    const { code } = await newLicense({
      entitlements: [{ kind: 'number', name: 'seats', value: '5' }],
    })
    expect(await client().activate(code)).toEqual({
      entitlements: { seats: 5 },
      isOffline: false,
      ok: true,
    })
    expect(await client().verify()).toEqual({
      entitlements: { seats: 5 },
      isOffline: false,
      ok: true,
    })
    expect(await client().deactivate()).toEqual({ ok: true })
    expect(state).toBeNull()
    expect(await client().verify()).toMatchObject({ code: 'not_activated', ok: false })
  })

  it('gives refusals as values, and the page at which a slot can be freed', async () => {
    expect(await client().activate('UNKNOWN')).toEqual({
      code: 'not_found',
      message: 'Your license code is invalid.',
      ok: false,
    })
    const { code } = await newLicense()
    await client().activate(code)
    const second = await client({ url: 'other.example' }).activate(code)
    expect(second).toMatchObject({
      code: 'limit_reached',
      manageUrl: expect.stringContaining('/customer/free-slot?token=') as string,
      ok: false,
    })
  })

  it('knows a device by its fingerprint', async () => {
    const { code } = await newLicense()
    const device = { fingerprint: `device-${++next}`, url: undefined }
    await client(device).activate(code)
    expect((await client(device).verify()).ok).toBe(true)
    expect((await client({ ...device, fingerprint: 'other' }).verify()).ok).toBe(false)
  })

  it('finds an update and downloads it, byte for byte', async () => {
    const { code } = await newLicense()
    await client().activate(code)
    const checked = await client().checkForUpdate('1.0.0')
    if (!checked.ok || !checked.update) throw new Error('There is an update.')
    expect(checked.update).toMatchObject({ fileSize: main.length, version: '1.1.0' })
    const given = await client().download(checked.update.id)
    if (!given.ok) throw new Error(given.message)
    expect(given.file).toMatchObject({
      filename: 'app-1.1.0.zip',
      sha256: sha256(main),
      size: main.length,
    })
    expect(Buffer.from(await readAll(given.file)).equals(main)).toBe(true)
    expect(await client().checkForUpdate('1.1.0')).toEqual({ ok: true, update: null })
  })

  it('gives the refusal of a download, and errors for what is not there', async () => {
    const { code } = await newLicense({ updatesUntil: '2020-01-01T00:00:00.000Z' })
    await client().activate(code)
    expect(await client().download('1.1.0')).toMatchObject({ code: 'updates_expired', ok: false })
    await expect(client().download('9.9.9')).rejects.toBeInstanceOf(ApiError)
    await client({ url: 'other.example' }).activate((await newLicense()).code)
    const other = client({ url: 'other.example' })
    await expect(other.download('1.1.0', 'sql')).rejects.toMatchObject({ status: 404 })
  })

  it('takes nothing that was damaged or cut on the way', async () => {
    const { code } = await newLicense()
    await client().activate(code)
    const damaging =
      (change: (bytes: Uint8Array) => Uint8Array): typeof fetch =>
      async (...args) => {
        const response = await network(...args)
        if (!response.headers.has('content-disposition')) return response
        const bytes = change(new Uint8Array(await response.arrayBuffer()))
        return new Response(new Uint8Array(bytes), { headers: response.headers })
      }
    for (const change of [
      (bytes: Uint8Array) => bytes.map((byte, index) => (index === 5 ? byte ^ 1 : byte)),
      (bytes: Uint8Array) => bytes.subarray(0, 1000),
    ]) {
      const given = await client({ fetch: damaging(change) }).download('1.1.0')
      if (!given.ok) throw new Error(given.message)
      await expect(readAll(given.file)).rejects.toBeInstanceOf(ChecksumError)
    }
  })

  it('throws ApiError for a wrong key and UnreachableError for what passes', async () => {
    await expect(client({ apiKey: 'wrong' }).activate('X')).rejects.toMatchObject({ status: 401 })
    const busy: typeof fetch = async () =>
      Response.json({ message: 'Later' }, { headers: { 'retry-after': '7' }, status: 429 })
    await expect(client({ fetch: busy }).activate('X')).rejects.toMatchObject({
      name: 'UnreachableError',
      retryAfter: 7,
    })
    const never: typeof fetch = (_, init) =>
      new Promise((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => reject(new Error('aborted')))
      })
    const slow = client({ fetch: never, timeoutMs: 50 }).activate('X')
    await expect(slow).rejects.toBeInstanceOf(UnreachableError)
    const nonsense: typeof fetch = async () => new Response('<html>')
    await expect(client({ fetch: nonsense }).activate('X')).rejects.toBeInstanceOf(UnreachableError)
  })
})

describe('offline', () => {
  const activated = async (options: Partial<Options> = {}) => {
    const { code } = await newLicense()
    await client(options).activate(code)
    isDown = true
    return code
  }

  it('runs on for the days of grace, and no longer', async () => {
    await activated()
    expect(await client().verify()).toEqual({ entitlements: {}, isOffline: true, ok: true })
    clock = 13 * dayMs
    expect((await client().verify()).ok).toBe(true)
    clock = 15 * dayMs
    await expect(client().verify()).rejects.toBeInstanceOf(UnreachableError)
  })

  it('never runs without a certificate', async () => {
    await activated({ graceDays: 0 })
    await expect(client().verify()).rejects.toBeInstanceOf(UnreachableError)
  })

  it('believes no certificate that is forged, of elsewhere, or signed by others', async () => {
    await activated()
    const good = state as unknown as State
    const forged = good.certificate?.replace(/^(?=\w)/m, 'A')
    for (const [change, options] of [
      [{ certificate: forged }, {}],
      [{ certificate: 'nonsense' }, {}],
      [{ keys: [] }, {}],
      [{}, { publicKeys: [] }],
      [{}, { url: 'https://elsewhere.example' }],
      [{}, { productId: 'OTHER' }],
    ] as [Partial<State>, Partial<Options>][]) {
      state = { ...good, ...change }
      await expect(client(options).verify()).rejects.toBeInstanceOf(UnreachableError)
    }
  })

  it('does not fall for a clock that is put back', async () => {
    await activated()
    clock = -dayMs
    await expect(client().verify()).rejects.toBeInstanceOf(UnreachableError)
  })

  it('does not bring back a licence that was refused', async () => {
    const code = await activated()
    isDown = false
    await api.call('POST', `/internal/blocked-product-licenses/${code}`)
    expect(await client().verify()).toMatchObject({ code: 'blocked', ok: false })
    isDown = true
    await expect(client().verify()).rejects.toBeInstanceOf(UnreachableError)
  })

  it('keeps its certificate while half of its time is left, and then gets another', async () => {
    await activated()
    isDown = false
    const before = (state as unknown as State).certificate
    await client().verify()
    expect((state as unknown as State).certificate).toBe(before)
    clock = 8 * dayMs
    await client().verify()
    expect((state as unknown as State).certificate).not.toBe(before)
  })
})
