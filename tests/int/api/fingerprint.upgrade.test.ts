import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { openApi, type TestApi } from './support/api'
import { device, type DeviceCalls, deviceCalls, tokenOf } from './support/devices'

/**
 * Activating again from a domain that is active takes no second slot. A new version of the software that sends its fingerprint as well is
 * still the same installation.
 */
let api: TestApi

beforeAll(async () => {
  api = await openApi()
})
afterAll(() => api.close())

const call: DeviceCalls = (...args) => deviceCalls(api)(...args)

describe('software on an active domain that begins to send its fingerprint', () => {
  const url = 'https://www.upgraded.example.com/app'

  it('activates again as the same installation: no second slot, the same token, bound to the device', async () => {
    const { code } = await api.createLicense({ parallelUses: 1, totalUses: 1 })
    const fingerprint = device()
    const token = tokenOf(await call('activate', code, { url }))
    const again = await call('activate', code, { body: { fingerprint }, url })
    expect(tokenOf(again)).toBe(token)
    const verify = (said: object) =>
      call('verify', null, { body: { ...said, license_data: token }, url })
    expect((await verify({ fingerprint })).body).toMatchObject({ is_active: true })
    for (const said of [{ fingerprint: device() }, {}]) {
      expect((await verify(said)).body).toMatchObject({ code: 'not_activated' })
    }
  })

  it('leaves none for a second device or for software that sends none', async () => {
    const { code } = await api.createLicense({ parallelUses: 1 })
    await call('activate', code, { url })
    await call('activate', code, { body: { fingerprint: device() }, url })
    for (const body of [{ fingerprint: device() }, {}]) {
      expect((await call('activate', code, { body, url })).body).toMatchObject({
        code: 'limit_reached',
      })
    }
  })

  it('goes by its own activation where it has one: the domain’s stays', async () => {
    const { code } = await api.createLicense({ parallelUses: 2 })
    const fingerprint = device()
    const own = tokenOf(await call('activate', code, { body: { fingerprint } }))
    const ofDomain = tokenOf(await call('activate', code, { url }))
    expect(tokenOf(await call('activate', code, { body: { fingerprint }, url }))).toBe(own)
    expect(tokenOf(await call('activate', code, { url }))).toBe(ofDomain)
  })

  it('of many devices at once one takes it, the others stay within the limit', async () => {
    const { code } = await api.createLicense({ parallelUses: 3 })
    const token = tokenOf(await call('activate', code, { url }))
    const answers = await Promise.all(
      Array.from({ length: 12 }, () =>
        call('activate', code, { body: { fingerprint: device() }, url }),
      ),
    )
    const tokens = answers.filter(({ body }) => body.is_active === true).map(tokenOf)
    expect(new Set(tokens).size).toBe(3)
    expect(tokens.filter((one) => one === token)).toHaveLength(1)
  })

  it('does not get round an administrator who marked the domain’s activation as not valid', async () => {
    const { code, id } = await api.createLicense()
    await call('activate', code, { url })
    await api.payload.update({
      collection: 'activations',
      data: { isValid: false },
      where: { license: { equals: id } },
    })
    const { body } = await call('activate', code, { body: { fingerprint: device() }, url })
    expect(body).toMatchObject({ code: 'blocked' })
  })

  it('without a domain nothing says that it is the same installation', async () => {
    const { code } = await api.createLicense({ parallelUses: 2 })
    const placeless = tokenOf(await call('activate', code, {}))
    const bound = tokenOf(await call('activate', code, { body: { fingerprint: device() } }))
    expect(bound).not.toBe(placeless)
  })
})
