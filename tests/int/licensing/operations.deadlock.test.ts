import { afterAll, beforeAll, expect, it } from 'vitest'

import { activate } from '../../../src/licensing/activate'
import { deactivate } from '../../../src/licensing/deactivate'
import { deactivateById } from '../../../src/licensing/deactivateById'
import { deactivateForCustomer } from '../../../src/licensing/deactivateForCustomer'
import { reactivate } from '../../../src/licensing/reactivate'
import { verify } from '../../../src/licensing/verify'
import { installationOn, settings } from './support/installation'
import { openLicensing, type TestLicensing } from './support/licensing'
import { raceBehindLock } from './support/lock'

/**
 * Every operation locks the licence, then its activations. Where one did it the other way round, PostgreSQL would end one of
 * two callers with a deadlock.
 */
const callers = 42
const limit = 3
let test: TestLicensing

beforeAll(async () => {
  test = await openLicensing()
})
afterAll(() => test.close())

it('all operations at once on one licence end without an error, and within its limit', async () => {
  const license = await test.createLicense({ customerId: 'ADA', parallelUses: limit })
  const { id: activationId } = await test.activated(license, 'site0.example.com')
  const customer = { clientId: 'ADA', email: 'ada@example.com' }
  const { db } = test

  const calls = Array.from({ length: callers }, (_, index) => (): Promise<unknown> => {
    const args = {
      claim: { licenseCode: license.code ?? '' },
      db,
      installation: installationOn(`site${index % 6}.example.com`),
      licenseCode: license.code ?? '',
      productReferenceId: test.product.referenceId ?? '',
      settings: { ...settings, atLimit: 'replaceOldest' as const },
    }
    switch (index % 7) {
      case 0:
        return deactivateForCustomer({
          activationId,
          allowed: () => true,
          db,
          owner: () => customer,
        })
      case 1:
        return deactivateById({ activationId, by: 'admin', db })
      case 2:
        return reactivate({ activationId, db, settings })
      case 3:
        return deactivate(args)
      case 4:
        return verify({ ...args, now: new Date(Date.now() + index * 60_000) })
      default:
        return activate(args)
    }
  })

  // Verifying never waits, and deactivating waits only where there is something to end.
  const waiters = callers / 2
  const results = await raceBehindLock({ calls, licenseId: license.id, pool: test.pool, waiters })
  expect(results.filter(({ status }) => status === 'rejected')).toEqual([])
  expect(await test.activeCount(license)).toBeLessThanOrEqual(limit)
  const broken = await test.query(
    'select id from activations where is_active = (deactivated_at is not null)',
  )
  expect(broken).toEqual([])
})
