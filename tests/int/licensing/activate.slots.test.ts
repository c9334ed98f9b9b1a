import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { License } from '../../../payload-types'
import { activate } from '../../../src/licensing/activate'
import { deactivateById } from '../../../src/licensing/deactivateById'
import { installationOn, settings } from './support/installation'
import { openLicensing, type TestLicensing } from './support/licensing'

const now = new Date('2027-01-31T12:00:00.000Z')
let test: TestLicensing

beforeAll(async () => {
  test = await openLicensing()
})
afterAll(() => test.close())

const activateOn = (license: License, domain: string, changed: Partial<typeof settings> = {}) =>
  activate({
    db: test.db,
    installation: installationOn(domain),
    licenseCode: license.code ?? '',
    now,
    productReferenceId: test.product.referenceId ?? '',
    settings: { ...settings, ...changed },
  })

const end = (activationId: string) => deactivateById({ activationId, by: 'admin', db: test.db })

describe('at the limit', () => {
  it('names the active installations, the oldest first', async () => {
    const license = await test.createLicense({ parallelUses: 2 })
    await test.activated(license, 'second.example', { now: new Date('2027-01-02') })
    await test.activated(license, 'first.example', { now: new Date('2027-01-01') })
    expect(await activateOn(license, 'third.example')).toMatchObject({
      atLimit: {
        canFree: true,
        installations: [{ domain: 'first.example' }, { domain: 'second.example' }],
      },
      code: 'limit_reached',
    })
  })

  it('replaces the oldest where the settings say so', async () => {
    const license = await test.createLicense({ parallelUses: 2 })
    const oldest = await test.activated(license, 'a.example', { now: new Date('2027-01-01') })
    await test.activated(license, 'b.example', { now: new Date('2027-01-02') })
    const outcome = await activateOn(license, 'c.example', { atLimit: 'replaceOldest' })
    expect(outcome).toMatchObject({ ok: true })
    expect(await test.activeCount(license)).toBe(2)
    const rows = await test.query(
      'select is_active, deactivated_by, deactivated_at from activations where id = $1',
      [oldest.id],
    )
    expect(rows).toEqual([{ deactivated_at: now, deactivated_by: 'system', is_active: false }])
  })

  it('replaces as many as are too many after the limit was lowered', async () => {
    const license = await test.createLicense({ parallelUses: 4 })
    for (const name of ['a', 'b', 'c', 'd']) await test.activated(license, `${name}.example`)
    await test.query('update licenses set parallel_uses = 2 where id = $1', [license.id])
    expect((await activateOn(license, 'e.example', { atLimit: 'replaceOldest' })).ok).toBe(true)
    expect(await test.activeCount(license)).toBe(2)
  })

  it('of none refuses instead of replacing', async () => {
    const license = await test.createLicense()
    await test.query('update licenses set parallel_uses = 0 where id = $1', [license.id])
    expect(await activateOn(license, 'a.example', { atLimit: 'replaceOldest' })).toMatchObject({
      code: 'limit_reached',
    })
  })

  it('gives a slot that became free to the next one', async () => {
    const license = await test.createLicense({ parallelUses: 1 })
    const { id } = await test.activated(license, 'a.example')
    expect((await activateOn(license, 'b.example')).ok).toBe(false)
    await end(id)
    expect((await activateOn(license, 'b.example')).ok).toBe(true)
  })
})

describe('the limit over the whole life', () => {
  it('is not lifted by deactivating, nor by replacing, and names what is active as nothing to end', async () => {
    const license = await test.createLicense({ parallelUses: 1, totalUses: 1 })
    const { id } = await test.activated(license, 'a.example')
    const replace = { atLimit: 'replaceOldest' } as const
    const outcome = await activateOn(license, 'b.example', replace)
    expect(outcome).toMatchObject({
      atLimit: { canFree: false, installations: [{ id }] },
      code: 'limit_reached',
    })
    expect(await test.activeCount(license)).toBe(1)
    await end(id)
    expect(await activateOn(license, 'b.example')).toMatchObject({ code: 'limit_reached' })
  })

  it('lets an installation come back that was counted before', async () => {
    const license = await test.createLicense({ totalUses: 1 })
    const { id } = await test.activated(license, 'a.example')
    await end(id)
    expect((await activateOn(license, 'a.example')).ok).toBe(true)
  })
})

describe('a validity in days', () => {
  const expiry = async ({ id }: License) =>
    (await test.query('select expires_at from licenses where id = $1', [id]))[0]?.expires_at

  it('starts with the first activation and is not moved by the next', async () => {
    const license = await test.createLicense({ expirationDays: 30 })
    expect(await expiry(license)).toBeNull()
    const outcome = await activateOn(license, 'a.example')
    const expiresAt = new Date('2027-03-02T12:00:00.000Z')
    expect(outcome).toMatchObject({ license: { expiresAt }, ok: true })
    await test.activated(license, 'b.example', { now: new Date('2027-02-15') })
    expect(await expiry(license)).toEqual(expiresAt)
  })

  it('leaves an end alone that is set already', async () => {
    const expiresAt = '2027-02-01T00:00:00.000Z'
    const license = await test.createLicense({ expirationDays: 30, expiresAt })
    await activateOn(license, 'a.example')
    expect(await expiry(license)).toEqual(new Date(expiresAt))
  })

  it('does not start with a refusal', async () => {
    const license = await test.createLicense({ domains: ['b.example'], expirationDays: 30 })
    expect((await activateOn(license, 'a.example')).ok).toBe(false)
    expect(await expiry(license)).toBeNull()
  })
})

describe('development and staging hosts', () => {
  const hosts = [
    ['localhost', 'development'],
    ['192.168.1.9', 'development'],
    ['shop.test', 'development'],
    ['staging.example.com', 'staging'],
  ] as const

  it('take no slot where the settings say so, and are marked', async () => {
    const license = await test.createLicense({ parallelUses: 1, totalUses: 2 })
    expect((await activateOn(license, 'a.example', { freeDevelopmentHosts: true })).ok).toBe(true)
    for (const [host, environment] of hosts) {
      expect(await activateOn(license, host, { freeDevelopmentHosts: true })).toMatchObject({
        activation: { environment },
      })
    }
    expect(await activateOn(license, 'b.example', { freeDevelopmentHosts: true })).toMatchObject({
      atLimit: { canFree: true, installations: [{ domain: 'a.example' }] },
      code: 'limit_reached',
    })
  })

  it('take a slot otherwise', async () => {
    const license = await test.createLicense({ parallelUses: 1 })
    expect((await activateOn(license, 'localhost')).ok).toBe(true)
    expect(await activateOn(license, 'a.example')).toMatchObject({ code: 'limit_reached' })
  })

  it('are never ended to make room for the real thing', async () => {
    const license = await test.createLicense({ parallelUses: 1 })
    const changed = { atLimit: 'replaceOldest', freeDevelopmentHosts: true } as const
    await activateOn(license, 'localhost', changed)
    await activateOn(license, 'a.example', changed)
    await activateOn(license, 'b.example', changed)
    const rows = await test.query(
      'select domain from activations where license_id = $1 and is_active order by domain',
      [license.id],
    )
    expect(rows).toEqual([{ domain: 'b.example' }, { domain: 'localhost' }])
  })
})
