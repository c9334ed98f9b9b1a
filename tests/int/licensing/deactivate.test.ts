import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Claim } from '../../../src/licensing/claim'
import { deactivate } from '../../../src/licensing/deactivate'
import { deactivateById } from '../../../src/licensing/deactivateById'
import { reactivate } from '../../../src/licensing/reactivate'
import { installationOn, settings } from './support/installation'
import { openLicensing, type TestLicensing } from './support/licensing'
import { raceBehindLock } from './support/lock'

const now = new Date('2027-01-31T12:00:00.000Z')
let test: TestLicensing

beforeAll(async () => {
  test = await openLicensing()
})
afterAll(() => test.close())

const deactivateAs = (claim: Claim, domain: null | string = 'example.com') =>
  deactivate({
    claim,
    db: test.db,
    installation: installationOn(domain),
    now,
    productReferenceId: test.product.referenceId ?? '',
    settings,
  })

const resume = (activationId: string) => reactivate({ activationId, db: test.db, settings })
const end = (activationId: string) => deactivateById({ activationId, by: 'admin', db: test.db })

describe('deactivate', () => {
  it('ends the activation once, notes by whom, and frees the slot', async () => {
    const license = await test.createLicense({ parallelUses: 1 })
    const { id } = await test.activated(license, 'example.com')
    expect(await deactivateAs({ activationId: id })).toMatchObject({
      activation: { id, isActive: false },
      ok: true,
    })
    expect(await deactivateAs({ activationId: id })).toMatchObject({ code: 'not_activated' })
    const rows = await test.query(
      'select is_active, deactivated_at, deactivated_by from activations where id = $1',
      [id],
    )
    expect(rows).toEqual([{ deactivated_at: now, deactivated_by: 'client', is_active: false }])
    const next = await test.activated(license, 'example.com')
    expect(next.id).not.toBe(id)
  })

  it('takes the code instead of the token, for the caller’s own domain only', async () => {
    const license = await test.createLicense()
    await test.activated(license, 'example.com')
    const claim = { licenseCode: license.code ?? '' }
    expect(await deactivateAs(claim, 'evil.example')).toMatchObject({ code: 'not_activated' })
    expect(await test.activeCount(license)).toBe(1)
    expect(await deactivateAs(claim)).toMatchObject({ ok: true })
  })

  it('refuses a token from another domain and a forged one', async () => {
    const license = await test.createLicense()
    const { id } = await test.activated(license, 'example.com')
    for (const [claim, domain] of [
      [{ activationId: id }, 'evil.example'],
      [{ activationId: id }, null],
      [{ activationId: null }, 'example.com'],
      [{ activationId: randomUUID() }, 'example.com'],
    ] as const) {
      expect(await deactivateAs(claim, domain)).toMatchObject({ code: 'not_activated' })
    }
    expect(await test.activeCount(license)).toBe(1)
  })

  it.each(['is_valid = false', `expires_at = '2020-01-01'`])(
    'frees the slot of a licence with %s',
    async (assignment) => {
      const license = await test.createLicense()
      const { id } = await test.activated(license, 'example.com')
      await test.query(`update licenses set ${assignment} where id = $1`, [license.id])
      expect(await deactivateAs({ activationId: id })).toMatchObject({ ok: true })
    },
  )

  it('by 20 callers at once succeeds for one of them', async () => {
    const license = await test.createLicense()
    const { id } = await test.activated(license, 'example.com')
    const results = await raceBehindLock({
      calls: Array.from({ length: 20 }, () => () => deactivateAs({ activationId: id })),
      licenseId: license.id,
      pool: test.pool,
    })
    const ended = results.filter((result) => result.status === 'fulfilled' && result.value.ok)
    expect(ended).toHaveLength(1)
  })
})

describe('deactivateById', () => {
  it('tells what it found', async () => {
    const { id } = await test.activated(await test.createLicense(), 'example.com')
    expect(await end(id)).toBe('ok')
    expect(await end(id)).toBe('not_active')
    for (const unknown of [randomUUID(), '', 'x', '\0'])
      expect(await end(unknown)).toBe('not_found')
  })
})

describe('reactivate', () => {
  it('makes an ended activation active again and forgets by whom it was ended', async () => {
    const license = await test.createLicense({ parallelUses: 1, totalUses: 1 })
    const { id } = await test.activated(license, 'example.com')
    await end(id)
    expect(await resume(id)).toBe('ok')
    expect(await resume(id)).toBe('already_active')
    const rows = await test.query(
      'select is_active, deactivated_at, deactivated_by from activations where id = $1',
      [id],
    )
    expect(rows).toEqual([{ deactivated_at: null, deactivated_by: null, is_active: true }])
  })

  it('refuses at the limit', async () => {
    const license = await test.createLicense({ parallelUses: 1 })
    const { id } = await test.activated(license, 'a.example')
    await end(id)
    await test.activated(license, 'b.example')
    expect(await resume(id)).toBe('limit_reached')
    expect(await test.activeCount(license)).toBe(1)
  })

  it('refuses while another activation of the same installation is active', async () => {
    const license = await test.createLicense()
    for (const domain of ['example.com', null]) {
      const { id } = await test.activated(license, domain)
      await end(id)
      await test.activated(license, domain)
      expect(await resume(id)).toBe('already_active')
    }
    expect(await test.activeCount(license)).toBe(2)
  })

  it('finds nothing where there is nothing', async () => {
    for (const id of [randomUUID(), '', 'x', '\0']) expect(await resume(id)).toBe('not_found')
  })

  it('and activate, 40 at once, never pass the limit together', async () => {
    const license = await test.createLicense({ parallelUses: 20 })
    const ids: string[] = []
    for (let index = 0; index < 20; index += 1) {
      ids.push((await test.activated(license, `old${index}.example`)).id)
    }
    await test.query(
      'update activations set is_active = false where license_id = $1 and id = any($2)',
      [license.id, ids],
    )
    await test.query('update licenses set parallel_uses = 3 where id = $1', [license.id])
    await raceBehindLock<unknown>({
      calls: ids.flatMap((id, index) => [
        () => resume(id),
        () => test.activated(license, `new${index}.example`),
      ]),
      licenseId: license.id,
      pool: test.pool,
    })
    expect(await test.activeCount(license)).toBe(3)
  })
})
