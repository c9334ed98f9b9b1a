import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import {
  ApiError,
  ChecksumError,
  type Options,
  readAll,
  UnreachableError,
} from '../../../packages/client/src'
import { openApi, type TestApi } from '../api/support/api'
import { release, sha256 } from '../releases/support'
import { clientIn, type Surroundings, surroundingsOf } from './support/client'

let api: TestApi
let around: Surroundings
let next = 0
const main = Buffer.from(Array.from({ length: 100_000 }, (_, index) => index % 256))

beforeAll(async () => {
  api = await openApi()
  await release(api.payload, api.product.id, { main, version: '1.1.0' })
})
afterAll(() => api.close())
beforeEach(() => {
  around = surroundingsOf(api)
})

const client = (options: Partial<Options> = {}) => clientIn(api, around, options)

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
    expect(around.state).toBeNull()
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
        const response = await around.network(...args)
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
