import { afterAll, beforeAll, expect, it } from 'vitest'

import type { License } from '../../../payload-types'
import { checkLicense } from '../../../src/licensing/check'
import { settings } from './support/installation'
import { openLicensing, type TestLicensing } from './support/licensing'

const now = new Date('2027-01-31T12:00:00.000Z')
let test: TestLicensing

beforeAll(async () => {
  test = await openLicensing()
})
afterAll(() => test.close())

const check = (licenseCode: string, changed: Partial<typeof settings> = {}) =>
  checkLicense({ db: test.db, licenseCode, now, settings: { ...settings, ...changed } })

it.each<[string, Partial<License>]>([
  ['active', {}],
  ['active', { expiresAt: '2027-01-31' }],
  ['active', { expiresAt: '2027-01-31T12:00:00.000Z' }],
  ['expired', { expiresAt: '2027-01-31T11:59:59.999Z' }],
  ['expired', { expiresAt: '2027-01-30' }],
  ['blocked', { expiresAt: '2020-01-01', isValid: false }],
])('says that a licence is %s, without activating it: %j', async (status, terms) => {
  const license = await test.createLicense(terms)
  expect(await check(license.code ?? '')).toMatchObject({
    activeCount: 0,
    license: { id: license.id },
    ok: true,
    status,
  })
  expect(await test.activeCount(license)).toBe(0)
})

it('compares the code as the settings say', async () => {
  const { code } = await test.createLicense({ code: 'Ab-Check-1' })
  expect(await check('  aB-cHECK-1 ')).toMatchObject({ license: { code }, ok: true })
  expect(await check('aB-cHECK-1', { caseInsensitiveCodes: false })).toEqual({
    code: 'not_found',
    ok: false,
  })
  expect(await check(' Ab-Check-1 ', { caseInsensitiveCodes: false })).toMatchObject({ ok: true })
})

it('counts the slots in use', async () => {
  const license = await test.createLicense()
  await test.activated(license, 'localhost')
  await test.activated(license, 'example.com')
  expect(await check(license.code ?? '')).toMatchObject({ activeCount: 2 })
  expect(await check(license.code ?? '', { freeDevelopmentHosts: true })).toMatchObject({
    activeCount: 1,
  })
})
