import { randomUUID } from 'node:crypto'

import { describe, expect, it } from 'vitest'

import type { Activation, License, Setting } from '../../../payload-types'
import type { CertificateParams } from '../../../src/portal/licenses/certificateResponse'
import { findLicense } from '../../../src/portal/queries/findLicense'
import { givenLicense } from './support/certificates'

/** A certificate is the licence without the server: every download must show again that it is the caller's to have. */
const given = givenLicense()

describe('there is no certificate', () => {
  const expectNone = async (params: Partial<CertificateParams> = {}, who = given.ada) => {
    const response = await given.get(params, who)
    expect([response.status, await response.text()]).toEqual([404, 'There is no such license.'])
  }

  it('for another customer', async () => {
    const bob = await given.portal.createCustomer()
    const activation = await given.portal.activate(given.license, { domain: 'shop.example.com' })
    await expectNone({}, bob)
    await expectNone({ activation }, bob)
    const { id } = await given.portal.createLicense({ customerId: bob.clientId })
    await expectNone({ activation, id }, bob)
  })

  it.each<[string, Partial<Activation>]>([
    ['that ended', { domain: 'ended.example', isActive: false }],
    ['that an administrator refuses', { domain: 'refused.example', isValid: false }],
    ['that names neither device nor domain', { ip: '192.0.2.1' }],
  ])('for an installation %s', async (_, data) => {
    await expectNone({ activation: await given.portal.activate(given.license, data) })
  })

  it('for an installation that ended a moment ago', async () => {
    const activation = await given.portal.activate(given.license, { domain: 'shop.example.com' })
    expect((await given.get({ activation })).status).toBe(200)
    await given.portal.payload.update({
      collection: 'activations',
      data: { isActive: false },
      id: activation,
    })
    await expectNone({ activation })
  })

  it("for an installation of another licence, the customer's own or not", async () => {
    for (const owner of [given.own(), { customerId: 'BOB' }]) {
      const other = await given.portal.createLicense(owner)
      await expectNone({ activation: await given.portal.activate(other, { domain: 'x.example' }) })
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
    const activation = await given.portal.activate(given.license, { domain: 'shop.example.com' })
    for (const off of ['allowDownloads', 'enableLicensesPage']) {
      await given.portal.saveSettings({ [off]: false })
      await expectNone()
      await expectNone({ activation })
      await given.portal.saveSettings({ [off]: true })
    }
  })

  it('for one installation, where customers see no activations', async () => {
    const activation = await given.portal.activate(given.license, { domain: 'shop.example.com' })
    await given.portal.saveSettings({ enableActivationsPage: false })
    await expectNone({ activation })
    expect((await given.get()).status).toBe(200)
  })

  it.each<[string, Partial<License>, Partial<Setting>]>([
    ['blocked', { isValid: false }, { blockedDownloads: false }],
    ['expired', { expiresAt: '2020-01-01' }, { expiredDownloads: 'none' }],
    [
      'both, of which the settings allow one',
      { expiresAt: '2020-01-01', isValid: false },
      { blockedDownloads: true, expiredDownloads: 'none' },
    ],
  ])('of a licence that is %s, where the settings give it no files', async (_, data, settings) => {
    await given.portal.saveSettings(settings)
    const bad = await given.portal.createLicense({ ...given.own(), ...data })
    const { id } = bad
    const activation = await given.portal.activate(bad, { domain: 'shop.example.com' })
    for (const params of [{ id }, { activation, id }]) {
      const response = await given.get(params)
      expect([response.status, await response.text()]).toEqual([
        409,
        'The license is not valid, so it has no certificate.',
      ])
    }
  })

  it('of a product that is switched off', async () => {
    const off = await given.portal.payload.create({
      collection: 'products',
      data: { isActive: false, name: 'Lantern' },
    })
    await given.portal.saveSettings({ blockedDownloads: true })
    const { id } = await given.portal.createLicense({ ...given.own(), product: off.id })
    for (const over of [{}, { isValid: false }, { expiresAt: '2020-01-01' }]) {
      const license = await given.portal.createLicense({
        ...given.own(),
        ...over,
        product: off.id,
      })
      expect((await given.get({ id: license.id })).status).toBe(409)
    }
    const req = await given.portal.requestOf(given.ada)
    expect(await findLicense(req, id)).toMatchObject({ isProductActive: false, product: 'Lantern' })
    expect(await findLicense(req, given.license.id)).toMatchObject({ isProductActive: true })
  })
})
