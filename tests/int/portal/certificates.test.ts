import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { Activation, Customer, License } from '../../../payload-types'
import { publicKeys } from '../../../src/certificates/signingKeys'
import { type CertificateBinding, readCertificate } from '../../../src/licensing/certificate'
import {
  type CertificateParams,
  certificateResponse,
} from '../../../src/portal/licenses/certificateResponse'
import { findBindable } from '../../../src/portal/queries/findBindable'
import { offered, openPortal, type TestPortal } from './support/portal'

/** What certificates the customer of a licence gets, and for which of its installations. */
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

describe('the customer of a licence', () => {
  it('gets a certificate for any installation as an attachment, kept by nobody on the way', async () => {
    for (const activation of [null, '']) {
      const response = await get({ activation })
      expect(response.status).toBe(200)
      expect(Object.fromEntries(response.headers)).toMatchObject({
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
      })
      expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w.-]+"/)
      expect(await read(response)).toMatchObject({
        certificate: { bound_to: null, code: license.code },
        ok: true,
      })
    }
  })

  it.each<[string, Partial<Activation>, CertificateBinding]>([
    ['device', { fingerprint: 'device-1' }, { fingerprint: 'device-1' }],
    ['domain', { domain: 'shop.example.com' }, { domain: 'shop.example.com' }],
    [
      'device, where it has both',
      { domain: 'shop.example.com', fingerprint: 'device-2' },
      { fingerprint: 'device-2' },
    ],
  ])('gets one for an installation by its %s, that holds nowhere else', async (_, data, bound) => {
    const content = await (await get({ activation: await portal.activate(license, data) })).text()
    const keys = await publicKeys(portal.payload)
    expect(readCertificate(content, keys, { binding: bound })).toMatchObject({
      certificate: { bound_to: bound, code: license.code },
      ok: true,
    })
    const elsewhere = { code: 'elsewhere', ok: false }
    expect(readCertificate(content, keys)).toEqual(elsewhere)
    expect(readCertificate(content, keys, { binding: { domain: 'other.example' } })).toEqual(
      elsewhere,
    )
  })

  it('chooses among the latest that run and can be told apart', async () => {
    const first = await portal.activate(license, {
      activatedAt: '2027-01-01',
      domain: 'first.example',
    })
    const second = await portal.activate(license, {
      activatedAt: '2027-01-03',
      fingerprint: 'second',
    })
    const third = await portal.activate(license, {
      activatedAt: '2027-01-02',
      domain: 'third.example',
      name: 'C',
    })
    await portal.activate(license, { ip: '192.0.2.1' })
    await portal.activate(license, { domain: 'refused.example', isValid: false })
    await portal.activate(license, { domain: 'ended.example', isActive: false })
    await portal.activate(await portal.createLicense(own()), { domain: 'x.example' })
    const choices = async (limit: number, who = ada) =>
      (await findBindable(await portal.requestOf(who), license.id, limit)).map(({ id }) => id)
    expect(await choices(50)).toEqual([second, third, first])
    expect(await choices(2)).toEqual([second, third])
    expect(await choices(50, await portal.createCustomer())).toEqual([])
  })
})

async function get(params: Partial<CertificateParams> = {}, who = ada): Promise<Response> {
  const address = { activation: null, id: license.id, ...params }
  return certificateResponse(await portal.requestOf(who), address)
}

async function read(response: Response) {
  return readCertificate(await response.text(), await publicKeys(portal.payload))
}

function own(): Partial<License> {
  return { customerId: ada.clientId }
}
