import { afterAll, beforeAll, expect, it } from 'vitest'

import type { License } from '../../../payload-types'
import { activate } from '../../../src/licensing/activate'
import { deactivate } from '../../../src/licensing/deactivate'
import { verify } from '../../../src/licensing/verify'
import { installationOn, settings } from './support/installation'
import { openLicensing, type TestLicensing } from './support/licensing'
import { holdingLock, raceBehindLock } from './support/lock'

/** Which device an activation is of is decided once, whoever asks for it or edits it in the same moment. */
let test: TestLicensing

beforeAll(async () => {
  test = await openLicensing()
})
afterAll(() => test.close())

const on = (domain: null | string, fingerprint: null | string) => ({
  ...installationOn(domain),
  fingerprint,
})

const common = () => ({
  db: test.db,
  productReferenceId: test.product.referenceId ?? '',
  settings,
})

const activateOn = (license: License, installation: ReturnType<typeof on>) =>
  activate({ ...common(), installation, licenseCode: license.code ?? '' })

const deactivateOn = (activationId: string, installation: ReturnType<typeof on>) =>
  deactivate({ ...common(), claim: { activationId }, installation })

const rowOf = async (id: string) =>
  (await test.query('select fingerprint, is_active from activations where id = $1', [id]))[0]

it('a device that verifies without a place and gets an activation of its own has one of the two', async () => {
  const license = await test.createLicense()
  const { id } = await test.activated(license, null)
  const [verified, activated] = await raceBehindLock<{ ok: boolean }>({
    calls: [
      () =>
        verify({ ...common(), claim: { activationId: id }, installation: on(null, 'device one') }),
      () => activateOn(license, on(null, 'device one')),
    ],
    licenseId: license.id,
    pool: test.pool,
  })
  expect([verified?.status, activated?.status]).toEqual(['fulfilled', 'fulfilled'])
  const active = await test.query(
    'select fingerprint from activations where license_id = $1 and is_active and fingerprint is not null',
    [license.id],
  )
  expect(active).toEqual([{ fingerprint: 'device one' }])
})

it('one that has an activation of its own waits for nothing', async () => {
  const license = await test.createLicense()
  const { id } = await test.activated(license, null)
  await activateOn(license, on(null, 'device two'))
  const verifying = () =>
    verify({ ...common(), claim: { activationId: id }, installation: on(null, 'device two') })
  const outcome = await holdingLock(test.pool, license.id, verifying)
  expect(outcome).toMatchObject({ code: 'not_activated', ok: false })
})

it('one that verifies many times at once is bound by one of them and refused by none', async () => {
  const license = await test.createLicense()
  const { id } = await test.activated(license, null)
  const outcomes = await raceBehindLock({
    calls: Array.from(
      { length: 6 },
      () => () =>
        verify({ ...common(), claim: { activationId: id }, installation: on(null, 'device six') }),
    ),
    licenseId: license.id,
    pool: test.pool,
  })
  expect(outcomes.every((one) => one.status === 'fulfilled' && one.value.ok)).toBe(true)
  const again = await verify({
    ...common(),
    claim: { activationId: id },
    installation: on(null, 'device six'),
  })
  expect(again.ok).toBe(true)
})

it('a device ends its activation while that is bound to it', async () => {
  const license = await test.createLicense()
  const { id } = await test.activated(license, null)
  const [outcome] = await raceBehindLock({
    calls: [() => deactivateOn(id, on(null, 'device seven'))],
    licenseId: license.id,
    meanwhile: (client) =>
      client.query(`update activations set fingerprint = 'device seven' where id = $1`, [id]),
    pool: test.pool,
  })
  expect(outcome).toMatchObject({ value: { ok: true } })
})

it('software without a device ends nothing that was bound to one while it waited', async () => {
  const license = await test.createLicense()
  const { id } = await test.activated(license, 'site.example')
  const [outcome] = await raceBehindLock({
    calls: [() => deactivateOn(id, on('site.example', null))],
    licenseId: license.id,
    meanwhile: (client) =>
      client.query(`update activations set fingerprint = 'device three' where id = $1`, [id]),
    pool: test.pool,
  })
  expect(outcome).toMatchObject({ value: { code: 'not_activated', ok: false } })
  expect(await rowOf(id)).toMatchObject({ fingerprint: 'device three', is_active: true })
})

it.each([
  ['an edit', { isValid: false }],
  ['an edit that ends it', { isActive: false }],
])(
  '%s of an administrator leaves it with the device it was bound to meanwhile',
  async (_, data) => {
    const license = await test.createLicense()
    const { id } = await test.activated(license, 'site.example')
    const [outcome] = await raceBehindLock<unknown>({
      before: (client) =>
        client.query(`update activations set fingerprint = 'device four' where id = $1`, [id]),
      calls: [() => test.payload.update({ collection: 'activations', data, id })],
      licenseId: license.id,
      pool: test.pool,
    })
    expect(outcome?.status).toBe('fulfilled')
    expect(await rowOf(id)).toMatchObject({ fingerprint: 'device four' })
  },
)

it('an activation that got its device while it was ended does not come back beside that device’s', async () => {
  const license = await test.createLicense()
  const { id } = await test.activated(license, 'site.example')
  await test.query('update activations set is_active = false where id = $1', [id])
  await activateOn(license, on('other.example', 'device five'))
  const [outcome] = await raceBehindLock<unknown>({
    calls: [() => test.payload.update({ collection: 'activations', data: { isActive: true }, id })],
    licenseId: license.id,
    meanwhile: (client) =>
      client.query(`update activations set fingerprint = 'device five' where id = $1`, [id]),
    pool: test.pool,
  })
  expect(outcome).toMatchObject({ reason: { name: 'ValidationError' }, status: 'rejected' })
})
