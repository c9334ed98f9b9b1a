import { describe, expect, it } from 'vitest'

import { activationView } from '../../../src/portal/activations/activationView'
import { releaseView } from '../../../src/portal/downloads/releaseView'
import { createFormats } from '../../../src/portal/i18n/format'
import type { I18n } from '../../../src/portal/i18n/getI18n'
import { licenseView } from '../../../src/portal/licenses/licenseView'
import { languages, type Messages } from '../../../src/portal/messages/languages'
import type { ActivationRow } from '../../../src/portal/queries/activationRow'
import type { LicenseRow } from '../../../src/portal/queries/licenseRow'
import { fillPlural } from '../../../src/text/fill'

/** What the browser is given of a row: ready to be shown, and nothing else. */
const timeZone = 'America/New_York'
const i18n: I18n = {
  count: (forms, count) => fillPlural(forms, count, 'en-US'),
  format: createFormats('en-US', timeZone),
  language: 'en',
  messages: languages.en as Messages,
  timeZone,
}

describe('an activation', () => {
  const activation: ActivationRow = {
    activatedAt: '2026-03-01T02:00:00.000Z',
    clientName: null,
    deactivatedAt: null,
    domain: 'shop.example.com',
    environment: 'production',
    fingerprint: null,
    id: 'id-1',
    ip: '192.0.2.1',
    lastSeenAt: '2026-03-05T12:00:00.000Z',
    licenseCode: 'AAAA-BBBB-CCCC-1234',
    licenseId: 'id-2',
    name: null,
    product: 'Forms',
    state: 'active',
    takesSlot: true,
    url: null,
    userAgent: 'Tidepool/2.1.0 Node.js/22.11.0',
  }

  it('goes without the code of its licence, of which it has the end', () => {
    const view = activationView(activation, i18n)
    expect(view.licenseEnd).toBe('1234')
    expect(JSON.stringify(view)).not.toContain('BBBB')
  })

  it('has its dates where the visitor is', () => {
    const { activated, since } = activationView(activation, i18n)
    expect(activated).toEqual({
      dateTime: '2026-03-01T02:00:00.000Z',
      text: 'Feb 28, 2026',
      title: 'Feb 28, 2026, 9:00 PM EST',
    })
    expect(since.text).toBe('Last seen Mar 5, 2026')
  })

  it.each([
    ['inactive', '2026-03-07T12:00:00.000Z', 'Ended Mar 7, 2026'],
    ['inactive', null, 'Last seen Mar 5, 2026'],
    ['refused', '2026-03-07T12:00:00.000Z', 'Last seen Mar 5, 2026'],
  ] as const)('that is %s and ended at %s was "%s"', (state, deactivatedAt, text) => {
    expect(activationView({ ...activation, deactivatedAt, state }, i18n).since.text).toBe(text)
  })

  it.each([
    [{ name: 'Till 3' }, 'Till 3'],
    [{}, 'shop.example.com'],
    [{ clientName: 'Build server', domain: null }, 'Build server'],
    [{ domain: null, ip: null }, 'Unnamed installation'],
  ])('with %o is called "%s"', (facts, installation) => {
    expect(activationView({ ...activation, ...facts }, i18n).installation).toBe(installation)
  })

  it('says which software it is, with what that sent, or nothing', () => {
    const { software } = activationView(activation, i18n)
    expect(software).toEqual({ text: 'Tidepool 2.1.0', title: 'Tidepool/2.1.0 Node.js/22.11.0' })
    expect(activationView({ ...activation, userAgent: null }, i18n).software).toBeNull()
  })
})

describe('a licence', () => {
  const license: LicenseRow = {
    code: 'AAAA-1234',
    expirationDays: null,
    expiresAt: '2026-12-31T23:59:59.999Z',
    id: 'id-1',
    isBlocked: false,
    isProductActive: true,
    product: 'Forms',
    productId: 'id-2',
    status: 'active',
    total: 1000,
    updatesUntil: null,
    used: 250,
  }

  it.each([
    [{}, { dateTime: license.expiresAt, isNever: false, text: 'Dec 31, 2026' }],
    [
      { expirationDays: 30, expiresAt: null },
      { dateTime: null, isNever: false, text: '30 days after activation' },
    ],
    [{ expiresAt: null }, { dateTime: null, isNever: true, text: 'Never' }],
  ])('with %o expires %o', (facts, expiry) => {
    expect(licenseView({ ...license, ...facts }, i18n).expiry).toEqual(expiry)
  })

  it.each([
    [1000, 250, { left: '750 left', share: 0.25, used: '250 of 1,000 used' }],
    [2, 3, { left: '0 left', share: 1, used: '3 of 2 used' }],
    [0, 0, { left: '0 left', share: 1, used: '0 of 0 used' }],
    [null, 7, { left: 'No limit', share: null, used: '7 used' }],
  ])('of %s slots with %s used has %o', (total, used, slots) => {
    expect(licenseView({ ...license, total, used }, i18n).slots).toEqual(slots)
  })
})

it('a version has its date and sizes in words, and nothing of its storage', () => {
  const release = {
    files: [{ name: 'forms.zip', sha256: 'ab', size: 1_500_000, type: 'main' as const }],
    id: 'id-1',
    licenseUpdate: false,
    productId: 'id-2',
    releasedAt: new Date('2026-03-01T02:00:00Z'),
    summary: 'Faster',
    version: '2.0',
  }
  expect(releaseView(release, i18n)).toEqual({
    files: [{ name: 'forms.zip', sha256: 'ab', size: '1.5 MB', type: 'main' }],
    id: 'id-1',
    released: { dateTime: '2026-03-01T02:00:00.000Z', text: 'Feb 28, 2026' },
    summary: 'Faster',
    version: '2.0',
  })
})
