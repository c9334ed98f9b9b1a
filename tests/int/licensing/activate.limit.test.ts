import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { settings } from './support/installation'
import { openLicensing, type TestLicensing } from './support/licensing'
import { raceBehindLock } from './support/lock'

/**
 * A limit that can be passed by calling at the same time is no limit. All callers are made to wait for the licence's row, so
 * that each has read everything it reads before the lock when the first one writes.
 */
const callers = 40
let test: TestLicensing

beforeAll(async () => {
  test = await openLicensing()
  // Every connection reads the catalogue at its first statements; done behind one lock, that alone could last as long as callers wait.
  const others = await Promise.all(Array.from({ length: callers }, () => test.createLicense()))
  await Promise.all(others.map((license) => test.activated(license, 'warm.example.com')))
})
afterAll(() => test.close())

const fulfilled = (results: PromiseSettledResult<unknown>[]) =>
  results.filter(({ status }) => status === 'fulfilled').length

const domains = Array.from({ length: callers }, (_, index) => `site${index}.example.com`)

describe('under 40 callers at once', () => {
  it.each([1, 5])('a licence for %i gets exactly that many activations', async (parallelUses) => {
    const license = await test.createLicense({ parallelUses })
    const results = await raceBehindLock({
      calls: domains.map((domain) => () => test.activated(license, domain)),
      licenseId: license.id,
      pool: test.pool,
    })
    expect(fulfilled(results)).toBe(parallelUses)
    expect(await test.activeCount(license)).toBe(parallelUses)
    const reasons = results.filter((result) => result.status === 'rejected')
    expect(new Set(reasons.map(({ reason }) => String(reason)))).toEqual(
      new Set(['Error: refused: limit_reached']),
    )
  })

  it('one domain gets one activation, which all callers are told of', async () => {
    const license = await test.createLicense({ parallelUses: 1 })
    const results = await raceBehindLock({
      calls: domains.map(() => () => test.activated(license, 'example.com')),
      licenseId: license.id,
      pool: test.pool,
    })
    const ids = results.map((result) => (result.status === 'fulfilled' ? result.value.id : result))
    expect(new Set(ids).size).toBe(1)
    expect(await test.activeCount(license)).toBe(1)
  })

  it('installations without a domain but with one address get one activation', async () => {
    const license = await test.createLicense()
    const results = await raceBehindLock({
      calls: domains.map(() => () => test.activated(license, null)),
      licenseId: license.id,
      pool: test.pool,
    })
    expect(fulfilled(results)).toBe(callers)
    expect(await test.activeCount(license)).toBe(1)
  })

  it('replacing the oldest leaves never more than the limit, and the last to come stays', async () => {
    const license = await test.createLicense({ parallelUses: 3 })
    const results = await raceBehindLock({
      calls: domains.map(
        (domain) => () =>
          test.activated(license, domain, { settings: { ...settings, atLimit: 'replaceOldest' } }),
      ),
      licenseId: license.id,
      pool: test.pool,
    })
    expect(fulfilled(results)).toBe(callers)
    expect(await test.activeCount(license)).toBe(3)
    const ended = await test.query(
      'select distinct deactivated_by from activations where license_id = $1 and not is_active',
      [license.id],
    )
    expect(ended).toEqual([{ deactivated_by: 'system' }])
  })

  it('the limit over the whole life is exact', async () => {
    const license = await test.createLicense({ totalUses: 4 })
    const results = await raceBehindLock({
      calls: domains.map((domain) => () => test.activated(license, domain)),
      licenseId: license.id,
      pool: test.pool,
    })
    expect(fulfilled(results)).toBe(4)
    expect(await test.activeCount(license)).toBe(4)
  })

  it('a validity in days starts once', async () => {
    const license = await test.createLicense({ expirationDays: 30 })
    await raceBehindLock({
      calls: domains.map((domain, index) => () => {
        const now = new Date(Date.UTC(2027, 0, 1, 0, index))
        return test.activated(license, domain, { now })
      }),
      licenseId: license.id,
      pool: test.pool,
    })
    const rows = await test.query(
      `select count(*)::int as total from activations a join licenses l on l.id = a.license_id
       where l.id = $1 and l.expires_at = a.activated_at + interval '30 days'`,
      [license.id],
    )
    expect(rows).toEqual([{ total: 1 }])
  })
})

it('a licence that is deleted while callers wait is not found, and no activation is left', async () => {
  const license = await test.createLicense({ parallelUses: 5 })
  const results = await raceBehindLock({
    calls: domains.map((domain) => () => test.activated(license, domain)),
    licenseId: license.id,
    meanwhile: (client) => client.query('delete from licenses where id = $1', [license.id]),
    pool: test.pool,
  })
  expect(
    results.map((result) => (result.status === 'rejected' ? String(result.reason) : '')),
  ).toEqual(domains.map(() => 'Error: refused: not_found'))
  expect(
    await test.query('select id from activations where license_code = $1', [license.code]),
  ).toEqual([])
})

it('a licence that is blocked while callers wait lets none of them in', async () => {
  const license = await test.createLicense()
  const results = await raceBehindLock({
    calls: domains.map((domain) => () => test.activated(license, domain)),
    licenseId: license.id,
    meanwhile: (client) =>
      client.query('update licenses set is_valid = false where id = $1', [license.id]),
    pool: test.pool,
  })
  expect(fulfilled(results)).toBe(0)
  expect(await test.activeCount(license)).toBe(0)
})
