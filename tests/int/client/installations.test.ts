import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'

import {
  createLicenseClient,
  type Options,
  type State,
  UnreachableError,
} from '../../../packages/client/src'
import { openApi, type TestApi } from '../api/support/api'
import { type Surroundings, surroundingsOf } from './support/client'

let api: TestApi
let around: Surroundings

beforeAll(async () => {
  api = await openApi()
})
afterAll(() => api.close())
beforeEach(() => {
  around = surroundingsOf(api)
})

/** An installation that keeps its state, also over another start with other options. */
function install(options: Partial<Options>) {
  let state: null | State = null
  const start = (others: Partial<Options> = {}) =>
    createLicenseClient({
      apiKey: api.keys.external,
      baseUrl: 'http://localhost/api',
      fetch: around.network,
      productId: 'TIDEMARK',
      store: {
        load: () => state,
        save: (given) => {
          state = given
        },
      },
      ...options,
      ...others,
    })
  return { start, state: () => state }
}

const newCode = async () => (await api.createLicense({ parallelUses: 1 })).code

it.each<Partial<Options>>([
  { fingerprint: '工作站-1' },
  { fingerprint: ' padded\t' },
  { fingerprint: 'f'.repeat(300) },
  { url: 'https://例え.jp/あ' },
  { url: 'http://[::1]:8080' },
  { url: 'https://www.Example.com.:8443/x' },
])('runs online and offline, and ends, on %j', async (options) => {
  const { start, state } = install(options)
  expect(await start().activate(await newCode())).toMatchObject({ isOffline: false, ok: true })
  expect(await start().verify()).toMatchObject({ isOffline: false, ok: true })
  around.isDown = true
  expect(await start().verify()).toMatchObject({ isOffline: true, ok: true })
  const elsewhere = start({ fingerprint: undefined, url: 'elsewhere.example' })
  await expect(elsewhere.verify()).rejects.toBeInstanceOf(UnreachableError)
  around.isDown = false
  expect(await start().deactivate()).toEqual({ ok: true })
  expect(state()).toBeNull()
})

it('tells at the limit which installations hold the slots', async () => {
  const code = await newCode()
  await install({ clientName: 'Ada', url: 'https://shop.example.com' }).start().activate(code)
  const second = await install({ url: 'other.example' }).start().activate(code)
  expect(second).toEqual({
    code: 'limit_reached',
    installations: [
      {
        activatedAt: expect.stringMatching(/^\d{4}-.*Z$/) as string,
        domain: 'shop.example.com',
        lastSeenAt: expect.stringMatching(/^\d{4}-.*Z$/) as string,
        name: 'Ada',
      },
    ],
    manageUrl: expect.stringContaining('/customer/free-slot?token=') as string,
    message: expect.any(String) as string,
    ok: false,
  })
})

it('tells the device of a slot, also where the customer can free none', async () => {
  await api.saveSettings({ slotReleasesPerMonth: 0 })
  const code = await newCode()
  await install({ fingerprint: '工作站-2' }).start().activate(code)
  const second = await install({ fingerprint: 'other' }).start().activate(code)
  expect(second).toMatchObject({
    code: 'limit_reached',
    installations: [{ domain: null, fingerprint: '工作站-2', name: null }],
  })
  expect(second).not.toHaveProperty('manageUrl')
})
