import { afterAll, beforeAll, expect, it } from 'vitest'

import type { License } from '../../../payload-types'
import { deactivateById } from '../../../src/licensing/deactivateById'
import { findSlotRefusal } from '../../../src/licensing/findSlotRefusal'
import { reactivate } from '../../../src/licensing/reactivate'
import { resumeActivation } from '../../../src/licensing/repository/activationWrites'
import type { LicensingSettings } from '../../../src/licensing/types'
import { installationOn, settings } from './support/installation'
import { openLicensing, type TestLicensing } from './support/licensing'

let test: TestLicensing

beforeAll(async () => {
  test = await openLicensing()
})
afterAll(() => test.close())

/** An activation that was made and then ended. */
async function ended(license: License, domain: null | string, ip?: string): Promise<string> {
  const { id } = await test.activated(license, domain, {
    installation: installationOn(domain, ip),
  })
  await deactivateById({ activationId: id, by: 'admin', db: test.db })
  return id
}

const refusalOf = (activationId: string, changed: Partial<LicensingSettings> = {}) =>
  test.db.transaction((transaction) =>
    findSlotRefusal({ activationId, db: transaction, settings: { ...settings, ...changed } }),
  )

it('has nothing against an activation that is active or gone', async () => {
  const license = await test.createLicense({ parallelUses: 1 })
  const { id } = await test.activated(license, 'example.com')
  expect(await refusalOf(id)).toBeNull()
  expect(await refusalOf('nothing')).toBeNull()
})

it('refuses at the limit, also where activating would replace the oldest', async () => {
  const license = await test.createLicense({ parallelUses: 1, totalUses: 2 })
  const id = await ended(license, 'a.example.com')
  expect(await refusalOf(id)).toBeNull()
  await test.activated(license, 'b.example.com')
  expect(await refusalOf(id)).toBe('limit_reached')
  expect(await refusalOf(id, { atLimit: 'replaceOldest' })).toBe('limit_reached')
})

it('needs no slot for a development host where the settings say so', async () => {
  const license = await test.createLicense({ parallelUses: 1 })
  const id = await ended(license, 'localhost')
  await test.activated(license, 'example.com')
  expect(await refusalOf(id)).toBe('limit_reached')
  expect(await refusalOf(id, { freeDevelopmentHosts: true })).toBeNull()
})

it('tells installations without a domain apart by their address', async () => {
  const license = await test.createLicense()
  const first = await ended(license, null, '203.0.113.1')
  const second = await ended(license, null, '203.0.113.2')
  await test.activated(license, null, { installation: installationOn(null, '203.0.113.1') })
  expect(await refusalOf(first)).toBe('already_active')
  expect(await refusalOf(second)).toBeNull()
})

it('keeps the lock until the transaction that asked ends', async () => {
  const license = await test.createLicense({ parallelUses: 1 })
  const first = await ended(license, 'a.example.com')
  const second = await ended(license, 'b.example.com')
  let other: Promise<string> | undefined
  await test.db.transaction(async (transaction) => {
    const ask = { activationId: first, db: transaction, settings }
    expect(await findSlotRefusal(ask)).toBeNull()
    other = reactivate({ activationId: second, db: test.db, settings })
    await untilSomebodyWaits()
    await resumeActivation(transaction, first, new Date())
  })
  expect(await other).toBe('limit_reached')
})

async function untilSomebodyWaits(): Promise<void> {
  await expect
    .poll(() =>
      test.query(
        `select 1 as waits from pg_stat_activity
         where datname = current_database() and wait_event_type = 'Lock'`,
      ),
    )
    .toEqual([{ waits: 1 }])
}
