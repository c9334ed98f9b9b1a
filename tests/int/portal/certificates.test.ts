import { describe, expect, it } from 'vitest'

import type { Activation, License } from '../../../payload-types'
import { publicKeys } from '../../../src/certificates/signingKeys'
import {
  type Certificate,
  type CertificateBinding,
  readCertificate,
} from '../../../src/licensing/certificate'
import { findBindable } from '../../../src/portal/queries/findBindable'
import { contentOf, givenLicense } from './support/certificates'

/** What certificates the customer of a licence gets, and for which of its installations. */
const given = givenLicense()

describe('the customer of a licence', () => {
  it('gets a certificate for any installation as an attachment, kept by nobody on the way', async () => {
    for (const activation of [null, '']) {
      const response = await given.get({ activation })
      expect(response.status).toBe(200)
      expect(Object.fromEntries(response.headers)).toMatchObject({
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
      })
      expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w.-]+"/)
      expect(await read(response)).toMatchObject({
        certificate: { bound_to: null, code: given.license.code },
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
    const content = await (
      await given.get({ activation: await given.portal.activate(given.license, data) })
    ).text()
    const keys = await publicKeys(given.portal.payload)
    expect(readCertificate(content, keys, { binding: bound })).toMatchObject({
      certificate: { bound_to: bound, code: given.license.code },
      ok: true,
    })
    const elsewhere = { code: 'elsewhere', ok: false }
    expect(readCertificate(content, keys)).toEqual(elsewhere)
    expect(readCertificate(content, keys, { binding: { domain: 'other.example' } })).toEqual(
      elsewhere,
    )
  })

  it.each<[string, Partial<License>, Partial<Certificate>]>([
    ['blocked', { isValid: false }, { expires_at: null }],
    ['expired', { expiresAt: '2020-01-01' }, { expires_at: '2020-01-01T23:59:59.999Z' }],
    ['both', { expiresAt: '2020-01-01', isValid: false }, {}],
  ])(
    'gets the record of a licence that is %s, as the settings say, by which no software runs',
    async (_, data, says) => {
      await given.portal.saveSettings({ blockedDownloads: true, expiredDownloads: 'own' })
      const license = await given.portal.createLicense({ ...given.own(), ...data })
      const { id } = license
      const activation = await given.portal.activate(license, { domain: 'shop.example.com' })
      for (const [params, bound_to] of [
        [{ id }, null],
        [{ activation, id }, { domain: 'shop.example.com' }],
      ] as const) {
        const response = await given.get(params)
        expect(response.status).toBe(200)
        const content = await response.text()
        const keys = await publicKeys(given.portal.payload)
        const issued = new Date(contentOf(content).issued_at)
        const binding = bound_to ?? undefined
        // A clock that is hours behind does not let it run either.
        for (const hours of [-12, 0, 12]) {
          const now = new Date(issued.getTime() + hours * 3_600_000)
          expect(readCertificate(content, keys, { binding, now })).toEqual({
            code: 'expired',
            ok: false,
          })
        }
        expect(contentOf(content)).toMatchObject({ bound_to, code: license.code, ...says })
      }
    },
  )

  it('chooses among the latest that run and can be told apart', async () => {
    const first = await given.portal.activate(given.license, {
      activatedAt: '2027-01-01',
      domain: 'first.example',
    })
    const second = await given.portal.activate(given.license, {
      activatedAt: '2027-01-03',
      fingerprint: 'second',
    })
    const third = await given.portal.activate(given.license, {
      activatedAt: '2027-01-02',
      domain: 'third.example',
      name: 'C',
    })
    await given.portal.activate(given.license, { ip: '192.0.2.1' })
    await given.portal.activate(given.license, { domain: 'refused.example', isValid: false })
    await given.portal.activate(given.license, { domain: 'ended.example', isActive: false })
    await given.portal.activate(await given.portal.createLicense(given.own()), {
      domain: 'x.example',
    })
    const choices = async (limit: number, who = given.ada) =>
      (await findBindable(await given.portal.requestOf(who), given.license.id, limit)).map(
        ({ id }) => id,
      )
    expect(await choices(50)).toEqual([second, third, first])
    expect(await choices(2)).toEqual([second, third])
    expect(await choices(50, await given.portal.createCustomer())).toEqual([])
  })
})

async function read(response: Response) {
  return readCertificate(await response.text(), await publicKeys(given.portal.payload))
}
