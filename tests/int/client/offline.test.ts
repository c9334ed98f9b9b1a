import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { type Options, type State, UnreachableError } from '../../../packages/client/src'
import { openApi, type TestApi } from '../api/support/api'
import { clientIn, type Surroundings, surroundingsOf } from './support/client'

let api: TestApi
let around: Surroundings
const dayMs = 24 * 60 * 60 * 1000

beforeAll(async () => {
  api = await openApi()
})
afterAll(() => api.close())
beforeEach(() => {
  around = surroundingsOf(api)
})

const client = (options: Partial<Options> = {}) => clientIn(api, around, options)

const newLicense = (data: object = {}) => api.createLicense({ parallelUses: 1, ...data })

describe('offline', () => {
  const activated = async (options: Partial<Options> = {}) => {
    const { code } = await newLicense()
    await client(options).activate(code)
    around.isDown = true
    return code
  }

  it('runs on for the days of grace, and no longer', async () => {
    await activated()
    expect(await client().verify()).toEqual({ entitlements: {}, isOffline: true, ok: true })
    around.clock = 13 * dayMs
    expect((await client().verify()).ok).toBe(true)
    around.clock = 15 * dayMs
    await expect(client().verify()).rejects.toBeInstanceOf(UnreachableError)
  })

  it('never runs without a certificate', async () => {
    await activated({ graceDays: 0 })
    await expect(client().verify()).rejects.toBeInstanceOf(UnreachableError)
  })

  it('believes no certificate that is forged, of elsewhere, or signed by others', async () => {
    await activated()
    const good = around.state as unknown as State
    const forged = good.certificate?.replace(/^(?=\w)/m, 'A')
    for (const [change, options] of [
      [{ certificate: forged }, {}],
      [{ certificate: 'nonsense' }, {}],
      [{ keys: [] }, {}],
      [{}, { publicKeys: [] }],
      [{}, { url: 'https://elsewhere.example' }],
      [{}, { productId: 'OTHER' }],
    ] as [Partial<State>, Partial<Options>][]) {
      around.state = { ...good, ...change }
      await expect(client(options).verify()).rejects.toBeInstanceOf(UnreachableError)
    }
  })

  it('does not fall for a clock that is put back', async () => {
    await activated()
    around.clock = -dayMs
    await expect(client().verify()).rejects.toBeInstanceOf(UnreachableError)
  })

  it('does not bring back a licence that was refused', async () => {
    const code = await activated()
    around.isDown = false
    await api.call('POST', `/internal/blocked-product-licenses/${code}`)
    expect(await client().verify()).toMatchObject({ code: 'blocked', ok: false })
    around.isDown = true
    await expect(client().verify()).rejects.toBeInstanceOf(UnreachableError)
  })

  it('keeps its certificate while half of its time is left, and then gets another', async () => {
    await activated()
    around.isDown = false
    const before = (around.state as unknown as State).certificate
    await client().verify()
    expect((around.state as unknown as State).certificate).toBe(before)
    around.clock = 8 * dayMs
    await client().verify()
    expect((around.state as unknown as State).certificate).not.toBe(before)
  })
})
