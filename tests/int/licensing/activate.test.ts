import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { License } from '../../../payload-types'
import { activate, type ActivateArgs } from '../../../src/licensing/activate'
import { installationOn, settings } from './support/installation'
import { openLicensing, type TestLicensing } from './support/licensing'

const now = new Date('2027-01-31T12:00:00.000Z')
let test: TestLicensing

beforeAll(async () => {
  test = await openLicensing()
})
afterAll(() => test.close())

function activateOn(
  license: License,
  domain: null | string,
  args: Partial<ActivateArgs> & { ip?: string } = {},
) {
  return activate({
    db: test.db,
    installation: installationOn(domain, args.ip ?? null),
    licenseCode: license.code ?? '',
    now,
    productReferenceId: test.product.referenceId ?? '',
    settings,
    ...args,
  })
}

describe('a licence is refused', () => {
  it.each<[string, Partial<License>]>([
    ['blocked', { isValid: false }],
    ['blocked', { expiresAt: '2027-01-31T11:59:59.999Z', isValid: false }],
    ['expired', { expiresAt: '2027-01-31T11:59:59.999Z' }],
    ['expired', { domains: ['other.example'], expiresAt: '2027-01-31T11:59:59.999Z' }],
    ['domain_not_allowed', { domains: ['*.example.com'], ips: ['10.0.0.1'] }],
    ['ip_not_allowed', { domains: ['example.com'], ips: ['10.0.1.*'] }],
  ])('with %s for %j, and nothing is written', async (code, data) => {
    const license = await test.createLicense(data)
    expect(await activateOn(license, 'example.com', { ip: '10.0.0.7' })).toMatchObject({
      code,
      ok: false,
    })
    const rows = await test.query('select id from activations where license_id = $1', [license.id])
    expect(rows).toEqual([])
  })

  it('with product_inactive when its product is switched off', async () => {
    const product = await test.createProduct({ isActive: false })
    const license = await test.createLicense({ product: product.id })
    const productReferenceId = product.referenceId ?? ''
    expect(await activateOn(license, 'example.com', { productReferenceId })).toMatchObject({
      code: 'product_inactive',
    })
  })

  it('with not_found for another product, whatever is wrong with it', async () => {
    const other = await test.createProduct()
    const license = await test.createLicense({ isValid: false })
    const productReferenceId = other.referenceId ?? ''
    expect(await activateOn(license, 'example.com', { productReferenceId })).toEqual({
      code: 'not_found',
      ok: false,
    })
  })

  it.each([
    randomUUID(),
    '',
    ' ',
    '\0',
    '\ud800',
    "' or true --",
    '%',
    'a'.repeat(1_000_000),
    '\ufdfa'.repeat(1000),
  ])('with not_found for the unknown code no. %#', async (licenseCode) => {
    const license = await test.createLicense()
    expect(await activateOn(license, 'example.com', { licenseCode })).toEqual({
      code: 'not_found',
      ok: false,
    })
  })

  it('with blocked where an administrator marked the installation as not valid', async () => {
    const license = await test.createLicense()
    const { id } = await test.activated(license, 'example.com')
    await test.query('update activations set is_valid = false, is_active = false where id = $1', [
      id,
    ])
    expect(await activateOn(license, 'example.com')).toMatchObject({ code: 'blocked' })
    expect(await activateOn(license, 'other.example')).toMatchObject({ ok: true })
  })
})

describe('codes', () => {
  it.each([
    [true, (code: string) => ` ${code.toLowerCase()}\n`, true],
    [false, (code: string) => ` ${code}\n`, true],
    [false, (code: string) => code.toLowerCase(), false],
  ])('are compared without case: %s', async (caseInsensitiveCodes, change, ok) => {
    const license = await test.createLicense({ code: `CODE-${randomUUID().toUpperCase()}` })
    const outcome = await activateOn(license, 'example.com', {
      licenseCode: change(license.code ?? ''),
      settings: { ...settings, caseInsensitiveCodes },
    })
    expect(outcome.ok).toBe(ok)
  })
})

describe('an installation that is active already', () => {
  it('keeps its activation and takes no second slot, and what it says of itself is noted', async () => {
    const license = await test.createLicense({ parallelUses: 1 })
    const first = await test.activated(license, 'example.com', { now: new Date('2027-01-01') })
    const installation = { ...installationOn('example.com', '10.0.0.9'), clientName: 'Shop' }
    const again = await test.activated(license, 'example.com', { installation, now })
    expect(again).toMatchObject({
      activatedAt: first.activatedAt,
      clientName: 'Shop',
      id: first.id,
      ip: '10.0.0.9',
      lastSeenAt: now,
    })
    expect(await test.activeCount(license)).toBe(1)
  })

  it('is told that the licence has expired since', async () => {
    const license = await test.createLicense({ expiresAt: '2027-01-31T11:59:59.999Z' })
    await test.activated(license, 'example.com', { now: new Date('2027-01-31T11:59:59.999Z') })
    expect(await activateOn(license, 'example.com')).toMatchObject({ code: 'expired' })
  })

  it('without a domain is told apart by its address', async () => {
    const license = await test.createLicense({ parallelUses: 2 })
    const on = async (ip: null | string, domain: null | string = null) =>
      (await test.activated(license, domain, { installation: installationOn(domain, ip) })).id
    const first = await on('203.0.113.1')
    expect(await on('203.0.113.1')).toBe(first)
    const second = await on(null)
    expect(second).not.toBe(first)
    expect(await on(null)).toBe(second)
    await expect(on('203.0.113.1', 'example.com')).rejects.toThrow('limit_reached')
  })
})

it('keeps everything that an activation must name', async () => {
  const license = await test.createLicense({ customerId: 'CLIENT-1' })
  const installation = {
    clientName: 'Sh\0op'.padEnd(5000, 'x'),
    domain: 'example.com',
    fingerprint: null,
    ip: '203.0.113.9',
    url: 'https://example.com/app',
    userAgent: 'Client/1.0 \0\ud800',
  }
  const { id } = await test.activated(license, null, { installation, now })
  const rows = await test.query('select * from activations where id = $1', [id])
  expect(rows).toEqual([
    expect.objectContaining({
      activated_at: now,
      client_name: 'Shop'.padEnd(255, 'x'),
      customer_id: 'CLIENT-1',
      deactivated_at: null,
      deactivated_by: null,
      domain: 'example.com',
      environment: 'production',
      ip: '203.0.113.9',
      is_active: true,
      is_valid: true,
      last_seen_at: now,
      license_code: license.code,
      license_id: license.id,
      product_id: test.product.id,
      url: 'https://example.com/app',
      user_agent: 'Client/1.0 \ufffd',
    }),
  ])
})
