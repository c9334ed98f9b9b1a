import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { License } from '../../../payload-types'
import { deactivateById } from '../../../src/licensing/deactivateById'
import { releaseSlot } from '../../../src/licensing/releaseSlot'
import { reactivate } from '../../../src/licensing/reactivate'
import { slotAllowance } from '../../../src/licensing/repository/slotAllowance'
import { settings } from './support/installation'
import { openLicensing, type TestLicensing } from './support/licensing'
import { holdingLock, raceBehindLock } from './support/lock'

/** Whoever has the link frees slots without a login: no trick may give them more than the settings allow. */
const now = new Date('2027-03-31T22:00:00Z')
const nextMonth = new Date('2027-04-01T00:00:00Z')
let test: TestLicensing

beforeAll(async () => {
  test = await openLicensing()
})
afterAll(() => test.close())

async function licenseOn(...domains: string[]) {
  const license = await test.createLicense()
  const ids: string[] = []
  for (const domain of domains) ids.push((await test.activated(license, domain)).id)
  return { ids, license }
}

const release = (license: License, activationId = '', allowed = 1, moment = now) =>
  releaseSlot({
    activationId,
    allowance: () => Promise.resolve(allowed),
    db: test.db,
    licenseId: license.id,
    now: moment,
  })

describe('a slot', () => {
  it('is freed, and the row says so', async () => {
    const { ids, license } = await licenseOn('one.example')
    expect(await release(license, ids[0])).toBe('released')
    const [row] = await test.query('select * from activations where id = $1', [ids[0]])
    expect(row).toMatchObject({
      deactivated_at: now,
      deactivated_by: 'customer',
      freed_by_link: true,
      is_active: false,
    })
  })

  it('is freed as often as the settings allow in a calendar month, by licence', async () => {
    const { ids, license } = await licenseOn('one.example', 'two.example', 'three.example')
    const other = await licenseOn('one.example')
    expect(await release(license, ids[0], 2)).toBe('released')
    expect(await release(license, ids[1], 2)).toBe('released')
    expect(await release(license, ids[2], 2)).toBe('limit_reached')
    expect(await release(other.license, other.ids[0], 2)).toBe('released')
    expect(await release(license, ids[2], 2, nextMonth)).toBe('released')
  })

  it('counts again after the same installation came back', async () => {
    const { ids, license } = await licenseOn('one.example')
    expect(await release(license, ids[0])).toBe('released')
    const { id } = await test.activated(license, 'one.example')
    expect(await release(license, id)).toBe('limit_reached')
  })

  it('does not count where somebody else freed it', async () => {
    const { ids, license } = await licenseOn('one.example', 'two.example', 'three.example')
    await deactivateById({ activationId: ids[0] ?? '', by: 'customer', db: test.db, now })
    expect(await release(license, ids[1])).toBe('released')
    await reactivate({ activationId: ids[1] ?? '', db: test.db, now, settings })
    await deactivateById({ activationId: ids[1] ?? '', by: 'admin', db: test.db, now })
    expect(await release(license, ids[2])).toBe('released')
  })
})

describe('parallel submits behind the lock', () => {
  it('free no more than the settings allow', async () => {
    const domains = Array.from({ length: 12 }, (_, index) => `${index}.example`)
    const { ids, license } = await licenseOn(...domains)
    const outcomes = await raceBehindLock({
      calls: ids.map((id) => () => release(license, id, 3)),
      licenseId: license.id,
      pool: test.pool,
    })
    const values = outcomes.map((outcome) => outcome.status === 'fulfilled' && outcome.value)
    expect(values.filter((value) => value === 'released')).toHaveLength(3)
    expect(values.filter((value) => value === 'limit_reached')).toHaveLength(9)
    expect(await test.activeCount(license)).toBe(9)
  })

  it('of the same one count once', async () => {
    const { ids, license } = await licenseOn('one.example', 'two.example')
    const outcomes = await raceBehindLock({
      calls: Array.from({ length: 6 }, () => () => release(license, ids[0], 2)),
      licenseId: license.id,
      pool: test.pool,
    })
    const values = outcomes.map((outcome) => outcome.status === 'fulfilled' && outcome.value)
    expect(values.filter((value) => value === 'released')).toHaveLength(1)
    expect(await release(license, ids[1], 2)).toBe('released')
  })

  it('wait no longer than the lock is worth', async () => {
    const { ids, license } = await licenseOn('one.example')
    await holdingLock(test.pool, license.id, async () => {
      await expect(release(license, ids[0])).rejects.toThrow()
    })
    expect(await test.activeCount(license)).toBe(1)
  })
})

describe('nothing is freed', () => {
  it("of another licence, with the link to one's own", async () => {
    const mine = await licenseOn('mine.example')
    const other = await licenseOn('other.example')
    expect(await release(mine.license, other.ids[0], 5)).toBe('not_found')
    expect(await test.activeCount(other.license)).toBe(1)
  })

  it('for an id that names nothing, or a licence that is gone', async () => {
    const { ids, license } = await licenseOn('one.example')
    for (const id of [randomUUID(), '', 'x', '\0', "' or true --"]) {
      expect(await release(license, id)).toBe('not_found')
    }
    expect(await release({ ...license, id: randomUUID() }, ids[0])).toBe('not_found')
  })

  it('that was freed before', async () => {
    const { ids, license } = await licenseOn('one.example')
    await release(license, ids[0], 5)
    expect(await release(license, ids[0], 5)).toBe('not_active')
  })

  it('where the settings allow none', async () => {
    const { ids, license } = await licenseOn('one.example')
    expect(await release(license, ids[0], 0)).toBe('not_allowed')
    expect(await test.activeCount(license)).toBe(1)
  })
})

describe('what the settings allow', () => {
  const save = (data: Record<string, unknown>) =>
    test.payload.updateGlobal({ slug: 'settings', data })

  it('is three a month until they are saved, then what they say', async () => {
    expect(await slotAllowance(test.db)).toBe(3)
    await save({ slotReleasesPerMonth: 7 })
    expect(await slotAllowance(test.db)).toBe(7)
    await save({ slotReleasesPerMonth: 0 })
    expect(await slotAllowance(test.db)).toBe(0)
  })

  it.each(['allowCustomerDeactivation', 'enableActivationsPage'])(
    'is none without %s',
    async (name) => {
      await save({ [name]: false, slotReleasesPerMonth: 3 })
      expect(await slotAllowance(test.db)).toBe(0)
      await save({ [name]: true })
      expect(await slotAllowance(test.db)).toBe(3)
    },
  )
})
