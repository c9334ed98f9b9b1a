import { ValidationError } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Activation } from '../../../payload-types'
import { deactivateById } from '../../../src/licensing/deactivateById'
import { openLicensing, type TestLicensing } from './support/licensing'
import { raceBehindLock } from './support/lock'

/** Administrators edit activations through Payload, beside client software that activates: one limit for both. */
let test: TestLicensing

beforeAll(async () => {
  test = await openLicensing()
})
afterAll(() => test.close())

const edit = (id: string, data: Partial<Activation>) =>
  test.payload.update({ collection: 'activations', data, id })

const end = (activationId: string) => deactivateById({ activationId, by: 'client', db: test.db })

const findById = (id: string) => test.payload.findByID({ collection: 'activations', depth: 0, id })

const refusalOf = async (edited: Promise<unknown>) => {
  const error: unknown = await edited.then(
    () => null,
    (reason: unknown) => reason,
  )
  return error instanceof ValidationError ? error.data.errors : error
}

describe('switching an activation on', () => {
  it('works within the limit and forgets by whom it was switched off', async () => {
    const license = await test.createLicense({ parallelUses: 1 })
    const { id } = await test.activated(license, 'a.example')
    await end(id)
    await edit(id, { isActive: true })
    expect(await findById(id)).toMatchObject({
      deactivatedAt: null,
      deactivatedBy: null,
      isActive: true,
    })
  })

  it('is refused on the field at the limit, and nothing is written', async () => {
    const license = await test.createLicense({ parallelUses: 1 })
    const { id } = await test.activated(license, 'a.example')
    await end(id)
    await test.activated(license, 'b.example')
    const before = await findById(id)
    expect(await refusalOf(edit(id, { isActive: true }))).toEqual([
      expect.objectContaining({
        message: 'All slots of this license are taken. Deactivate another activation first.',
        path: 'isActive',
      }),
    ])
    expect(await findById(id)).toEqual(before)
  })

  it('is refused on the field while the same domain is active again', async () => {
    const license = await test.createLicense()
    const { id } = await test.activated(license, 'a.example')
    await end(id)
    await test.activated(license, 'a.example')
    expect(await refusalOf(edit(id, { isActive: true }))).toMatchObject([{ path: 'isActive' }])
    expect(await test.activeCount(license)).toBe(1)
  })
})

it('switching an activation off notes when and by whom', async () => {
  const { id } = await test.activated(await test.createLicense(), 'a.example')
  await edit(id, { isActive: false })
  expect(await findById(id)).toMatchObject({
    deactivatedAt: expect.any(String) as string,
    deactivatedBy: 'admin',
    isActive: false,
  })
})

it('deleting a licence deletes its activations', async () => {
  const license = await test.createLicense()
  await test.activated(license, 'a.example')
  await test.payload.delete({ collection: 'licenses', id: license.id })
  const rows = await test.query('select id from activations where license_code = $1', [
    license.code,
  ])
  expect(rows).toEqual([])
})

describe('at once', () => {
  it('administrators and client software never pass the limit together', async () => {
    const license = await test.createLicense({ parallelUses: 5 })
    const ids: string[] = []
    for (const name of ['a', 'b', 'c', 'd', 'e']) {
      const { id } = await test.activated(license, `${name}.example`)
      await end(id)
      ids.push(id)
    }
    await test.query('update licenses set parallel_uses = 2 where id = $1', [license.id])
    await raceBehindLock<unknown>({
      calls: [
        ...ids.map((id) => () => edit(id, { isActive: true })),
        ...Array.from(
          { length: 15 },
          (_, index) => () => test.activated(license, `new${index}.example`),
        ),
      ],
      licenseId: license.id,
      pool: test.pool,
    })
    expect(await test.activeCount(license)).toBe(2)
  })

  it('an edit of another field does not bring back an activation that was ended meanwhile', async () => {
    const license = await test.createLicense({ parallelUses: 1 })
    const { id } = await test.activated(license, 'a.example')
    await raceBehindLock({
      before: (client) =>
        client.query(
          `update activations set is_active = false, deactivated_by = 'client' where id = $1`,
          [id],
        ),
      calls: [() => edit(id, { isValid: false })],
      licenseId: license.id,
      pool: test.pool,
    })
    expect(await findById(id)).toMatchObject({
      deactivatedBy: 'client',
      isActive: false,
      isValid: false,
    })
  })
})
