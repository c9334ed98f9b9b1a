import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { openApi, type TestApi } from './support/api'
import { device, type DeviceCalls, deviceCalls, tokenOf } from './support/devices'

/** Software on a device has no domain: its fingerprint takes the domain's place, and a slot is one or the other. */
let api: TestApi

beforeAll(async () => {
  api = await openApi()
})
afterAll(() => api.close())

const call: DeviceCalls = (...args) => deviceCalls(api)(...args)

describe('a fingerprint', () => {
  it('binds an activation to its device: the same one takes no second slot, another does', async () => {
    const { code } = await api.createLicense({ parallelUses: 1 })
    const fingerprint = device()
    const first = tokenOf(await call('activate', code, { body: { fingerprint } }))
    expect(first).toEqual(expect.any(String))
    expect(tokenOf(await call('activate', code, { body: { fingerprint } }))).toBe(first)
    expect((await call('activate', code, { body: { fingerprint: device() } })).body).toMatchObject({
      code: 'limit_reached',
    })
  })

  it('counts beside domains: two installations on one domain with two devices are two', async () => {
    const { code } = await api.createLicense({ parallelUses: 2 })
    const url = 'https://office.example.com'
    const one = tokenOf(await call('activate', code, { body: { fingerprint: device() }, url }))
    const other = tokenOf(await call('activate', code, { body: { fingerprint: device() }, url }))
    expect(one).not.toBe(other)
    expect((await call('activate', code, { url })).body).toMatchObject({ code: 'limit_reached' })
  })

  it('lets a device move between domains and networks', async () => {
    const { code } = await api.createLicense({ parallelUses: 1 })
    const fingerprint = device()
    const token = tokenOf(
      await call('activate', code, { body: { fingerprint }, url: 'https://home.example.com' }),
    )
    const claim = { fingerprint, license_data: token }
    const { body } = await call('verify', null, { body: claim, url: 'https://work.example.com' })
    expect(body).toMatchObject({ is_active: true })
  })

  it.each([
    ['another fingerprint', () => ({ fingerprint: device() })],
    ['none', () => ({})],
  ])('is needed again: with %s the token is refused', async (_what, said) => {
    const { code } = await api.createLicense()
    const token = tokenOf(await call('activate', code, { body: { fingerprint: device() } }))
    for (const action of ['verify', 'deactivate']) {
      const { body } = await call(action, null, { body: { ...said(), license_data: token } })
      expect(body).toMatchObject({ code: 'not_activated', is_active: false })
    }
  })

  it('does not take over a domain’s activation by verifying, by code neither', async () => {
    const { code } = await api.createLicense()
    const url = 'https://bound.example.com'
    await call('activate', code, { url })
    const { body } = await call('verify', code, { body: { fingerprint: device() }, url })
    expect(body).toMatchObject({ code: 'not_activated' })
  })

  it('comes in the header as well', async () => {
    const { code } = await api.createLicense()
    const fingerprint = device()
    await call('activate', code, { body: { fingerprint } })
    const { body } = await api.call('POST', '/external/license/verify', {
      body: { license_code: code, product_id: 'TIDEMARK' },
      headers: { 'x-api-fingerprint': fingerprint },
    })
    expect(body).toMatchObject({ is_active: true })
  })

  it('frees its slot when it is deactivated, and comes back as the same installation', async () => {
    const { code } = await api.createLicense({ parallelUses: 1, totalUses: 1 })
    const fingerprint = device()
    await call('activate', code, { body: { fingerprint } })
    expect((await call('deactivate', code, { body: { fingerprint } })).body).toMatchObject({
      is_active: true,
    })
    expect((await call('activate', code, { body: { fingerprint: device() } })).body).toMatchObject({
      code: 'limit_reached',
    })
    expect((await call('activate', code, { body: { fingerprint } })).body).toMatchObject({
      is_active: true,
    })
  })

  it.each([[7], [{}], ['x'.repeat(256)], ['a\u0000b']])(
    'is a text: %j is refused',
    async (said) => {
      const { code } = await api.createLicense()
      const { status } = await call('activate', code, { body: { fingerprint: said } })
      expect(status).toBe(422)
    },
  )
})

it('holds its limit when many devices come at once', async () => {
  const { code } = await api.createLicense({ parallelUses: 3 })
  const answers = await Promise.all(
    Array.from({ length: 24 }, () => call('activate', code, { body: { fingerprint: device() } })),
  )
  expect(answers.filter(({ body }) => body.is_active === true)).toHaveLength(3)
})

it('gives one device one slot when it calls many times at once', async () => {
  const { code } = await api.createLicense({ parallelUses: 2 })
  const fingerprint = device()
  const tokens = await Promise.all(
    Array.from({ length: 12 }, async () =>
      tokenOf(await call('activate', code, { body: { fingerprint } })),
    ),
  )
  expect(new Set(tokens).size).toBe(1)
})

describe('an activation without domain and device', () => {
  const placeless = async (data: object = {}) => {
    const { code } = await api.createLicense({ parallelUses: 1, ...data })
    return tokenOf(await call('activate', code, {}))
  }

  it('is bound to the first device that uses its token: another with the same token has no license', async () => {
    const token = await placeless()
    const first = device()
    const verify = (said: object) =>
      call('verify', null, { body: { ...said, license_data: token } })
    expect((await verify({})).body).toMatchObject({ is_active: true })
    expect((await verify({ fingerprint: first })).body).toMatchObject({ is_active: true })
    expect((await verify({ fingerprint: first })).body).toMatchObject({ is_active: true })
    for (const said of [{ fingerprint: device() }, {}]) {
      expect((await verify(said)).body).toMatchObject({ code: 'not_activated', is_active: false })
    }
  })

  it('is bound to one device when many come at once', async () => {
    const token = await placeless()
    const answers = await Promise.all(
      Array.from({ length: 12 }, () =>
        call('verify', null, { body: { fingerprint: device(), license_data: token } }),
      ),
    )
    expect(answers.filter(({ body }) => body.is_active === true)).toHaveLength(1)
  })

  it('gives certificates to one device only', async () => {
    const token = await placeless()
    const certify = () =>
      call('certificate', null, { body: { fingerprint: device(), license_data: token } })
    expect((await certify()).body).toMatchObject({ is_active: true })
    expect((await certify()).body).toMatchObject({ code: 'not_activated' })
  })

  it('does not take over the device of another activation', async () => {
    const { code } = await api.createLicense()
    const fingerprint = device()
    const token = tokenOf(await call('activate', code, {}))
    await call('activate', code, { body: { fingerprint } })
    const { body } = await call('verify', null, { body: { fingerprint, license_data: token } })
    expect(body).toMatchObject({ code: 'not_activated' })
  })
})

it('a certificate of a domain’s activation is for the domain, whatever device says it is there', async () => {
  const { code } = await api.createLicense()
  const url = 'https://office.example.com'
  const token = tokenOf(await call('activate', code, { url }))
  const { body } = await call('certificate', null, {
    body: { fingerprint: device(), license_data: token },
    url,
  })
  const { certificate } = body.data as { certificate: string }
  expect(payloadOf(certificate)).toMatchObject({ bound_to: { domain: 'office.example.com' } })
})

function payloadOf(file: string): unknown {
  const inner = file.replace(/-----[^-]+-----/g, '')
  const { payload } = JSON.parse(Buffer.from(inner, 'base64').toString()) as { payload: string }
  return JSON.parse(Buffer.from(payload, 'base64').toString())
}
