import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { Activation, Customer, License } from '../../../payload-types'
import {
  type CertificateParams,
  certificateResponse,
} from '../../../src/portal/licenses/certificateResponse'
import { isProductActive } from '../../../src/portal/queries/isProductActive'
import { offered, openPortal, type TestPortal } from './support/portal'

/** A certificate is the licence without the server: every download must show again that it is the caller's to have. */
let portal: TestPortal
let ada: Customer
let license: License

beforeAll(async () => {
  portal = await openPortal()
  ada = await portal.createCustomer()
})
afterAll(() => portal.close())
beforeEach(async () => {
  await portal.saveSettings(offered)
  license = await portal.createLicense(own())
})

describe('there is no certificate', () => {
  const expectNone = async (params: Partial<CertificateParams> = {}, who = ada) => {
    const response = await get(params, who)
    expect([response.status, await response.text()]).toEqual([404, 'There is no such license.'])
  }

  it('for another customer', async () => {
    const bob = await portal.createCustomer()
    const activation = await portal.activate(license, { domain: 'shop.example.com' })
    await expectNone({}, bob)
    await expectNone({ activation }, bob)
    const { id } = await portal.createLicense({ customerId: bob.clientId })
    await expectNone({ activation, id }, bob)
  })

  it.each<[string, Partial<Activation>]>([
    ['that ended', { domain: 'ended.example', isActive: false }],
    ['that an administrator refuses', { domain: 'refused.example', isValid: false }],
    ['that names neither device nor domain', { ip: '192.0.2.1' }],
  ])('for an installation %s', async (_, data) => {
    await expectNone({ activation: await portal.activate(license, data) })
  })

  it('for an installation that ended a moment ago', async () => {
    const activation = await portal.activate(license, { domain: 'shop.example.com' })
    expect((await get({ activation })).status).toBe(200)
    await portal.payload.update({
      collection: 'activations',
      data: { isActive: false },
      id: activation,
    })
    await expectNone({ activation })
  })

  it("for an installation of another licence, the customer's own or not", async () => {
    for (const owner of [own(), { customerId: 'BOB' }]) {
      const other = await portal.createLicense(owner)
      await expectNone({ activation: await portal.activate(other, { domain: 'x.example' }) })
    }
  })

  it.each<Partial<CertificateParams>>([
    { activation: randomUUID() },
    { activation: "' or true --" },
    { activation: '\0' },
    { activation: 'null' },
    { id: randomUUID() },
    { id: '\0' },
  ])('at an address that names none: %j', async (params) => {
    await expectNone(params)
  })

  it('where customers download nothing, or see no licences', async () => {
    const activation = await portal.activate(license, { domain: 'shop.example.com' })
    for (const off of ['allowDownloads', 'enableLicensesPage']) {
      await portal.saveSettings({ [off]: false })
      await expectNone()
      await expectNone({ activation })
      await portal.saveSettings({ [off]: true })
    }
  })

  it('for one installation, where customers see no activations', async () => {
    const activation = await portal.activate(license, { domain: 'shop.example.com' })
    await portal.saveSettings({ enableActivationsPage: false })
    await expectNone({ activation })
    expect((await get()).status).toBe(200)
  })

  it.each<[string, Partial<License>]>([
    ['blocked', { isValid: false }],
    ['expired', { expiresAt: '2020-01-01' }],
  ])('of a licence that is %s, whatever files the settings let it have', async (_, data) => {
    await portal.saveSettings({ blockedDownloads: true })
    const bad = await portal.createLicense({ ...own(), ...data })
    const { id } = bad
    const activation = await portal.activate(bad, { domain: 'shop.example.com' })
    for (const params of [{ id }, { activation, id }]) {
      const response = await get(params)
      expect([response.status, await response.text()]).toEqual([
        409,
        'The license is not valid, so it has no certificate.',
      ])
    }
  })

  it('of a product that is switched off', async () => {
    const off = await portal.payload.create({
      collection: 'products',
      data: { isActive: false, name: 'Lantern' },
    })
    const { id } = await portal.createLicense({ ...own(), product: off.id })
    expect((await get({ id })).status).toBe(409)
    const req = await portal.requestOf(ada)
    expect(await isProductActive(req, off.id)).toBe(false)
    expect(await isProductActive(req, portal.product)).toBe(true)
  })
})

async function get(params: Partial<CertificateParams> = {}, who = ada): Promise<Response> {
  const address = { activation: null, id: license.id, ...params }
  return certificateResponse(await portal.requestOf(who), address)
}

function own(): Partial<License> {
  return { customerId: ada.clientId }
}
