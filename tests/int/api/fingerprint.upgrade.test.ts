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

  it('is one installation of the life of the licence with all that its domain had before', async () => {
    const { code } = await api.createLicense({ totalUses: 2 })
    await call('activate', code, { url })
    await call('deactivate', code, { url })
    await call('activate', code, { url })
    await call('activate', code, { body: { fingerprint: device() }, url })
    const other = { url: 'https://other.example.com' }
    expect((await call('activate', code, other)).body).toMatchObject({ is_active: true })
    const third = { url: 'https://third.example.com' }
    expect((await call('activate', code, third)).body).toMatchObject({ code: 'limit_reached' })
  })

  it('and that deactivated first is the same, and its domain no second one', async () => {
    const { code } = await api.createLicense({ totalUses: 1 })
    await call('activate', code, { url })
    await call('deactivate', code, { url })
    const said = { body: { fingerprint: device() }, url }
    expect((await call('activate', code, said)).body).toMatchObject({ is_active: true })
    await call('deactivate', code, said)
    for (const body of [{ fingerprint: device() }, {}]) {
      expect((await call('activate', code, { body, url })).body).toMatchObject({
        code: 'limit_reached',
      })
    }
    expect((await call('activate', code, said)).body).toMatchObject({ is_active: true })
  })

  it('takes nothing of its domain where it is refused', async () => {
    const { code } = await api.createLicense({ parallelUses: 1, totalUses: 2 })
    await call('activate', code, { url })
    await call('deactivate', code, { url })
    await call('activate', code, { url: 'https://other.example.com' })
    const { body } = await call('activate', code, { body: { fingerprint: device() }, url })
    expect(body).toMatchObject({ code: 'limit_reached' })
    await call('deactivate', code, { url: 'https://other.example.com' })
    expect((await call('activate', code, { url })).body).toMatchObject({ is_active: true })
  })

  it('a device that the licence knows is none that begins to: it takes its own slot', async () => {
    const { code } = await api.createLicense({ parallelUses: 2 })
    const said = { body: { fingerprint: device() }, url }
    await call('activate', code, said)
    await call('deactivate', code, said)
    const site = tokenOf(await call('activate', code, { url }))
    expect(tokenOf(await call('activate', code, said))).not.toBe(site)
    const { body } = await call('verify', null, { body: { license_data: site }, url })
    expect(body).toMatchObject({ is_active: true })
  })

  it('is told of in the activity log', async () => {
    const { code, id } = await api.createLicense()
    const fingerprint = device()
    await call('activate', code, { url })
    await call('activate', code, { body: { fingerprint }, url })
    await call('activate', code, { body: { fingerprint }, url })
    const { docs } = await api.payload.find({
      collection: 'activity-log',
      where: { event: { equals: 'activation.updated' }, licenseId: { equals: id } },
    })
    expect(docs).toMatchObject([{ details: { fingerprint: [null, fingerprint] } }])
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
