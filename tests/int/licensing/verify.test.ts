import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { License } from '../../../payload-types'
import type { Activation } from '../../../src/licensing/types'
import { verify } from '../../../src/licensing/verify'
import { installationOn, settings } from './support/installation'
import { openLicensing, type TestLicensing } from './support/licensing'
import { holdingLock } from './support/lock'

const activatedAt = new Date('2027-01-31T12:00:00.000Z')
const secondsLater = (seconds: number) => new Date(activatedAt.getTime() + seconds * 1000)

let test: TestLicensing
let license: License
let activation: Activation

beforeAll(async () => {
  test = await openLicensing()
})
afterAll(() => test.close())

beforeEach(async () => {
  license = await test.createLicense()
  activation = await test.activated(license, 'example.com', { now: activatedAt })
})

const verifyIt = (args: Partial<Parameters<typeof verify>[0]> = {}) =>
  verify({
    claim: { activationId: activation.id },
    db: test.db,
    installation: installationOn('example.com'),
    now: secondsLater(1),
    productReferenceId: test.product.referenceId ?? '',
    settings,
    ...args,
  })

const set = (assignment: string) =>
  test.query(`update licenses set ${assignment} where id = $1`, [license.id])

const lastSeen = async () =>
  (await test.query('select last_seen_at from activations where id = $1', [activation.id]))[0]
    ?.last_seen_at

describe('an activation is verified', () => {
  it('by its token and by the licence code', async () => {
    for (const claim of [
      { activationId: activation.id },
      { licenseCode: license.code?.toLowerCase() ?? '' },
    ]) {
      expect(await verifyIt({ claim })).toMatchObject({
        activation: { id: activation.id },
        license: { id: license.id },
        ok: true,
      })
    }
  })

  it('by its token alone where it was made without a domain', async () => {
    const { id } = await test.activated(license, null)
    const claim = { activationId: id }
    expect(await verifyIt({ claim })).toMatchObject({ ok: true })
    expect(await verifyIt({ claim, installation: installationOn(null, '10.9.9.9') })).toMatchObject(
      { ok: true },
    )
  })

  it('in the very moment that its licence expires', async () => {
    await set(`expires_at = '2027-01-31T12:00:01.000Z'`)
    expect(await verifyIt()).toMatchObject({ ok: true })
    expect(await verifyIt({ now: secondsLater(1.001) })).toMatchObject({ code: 'expired' })
  })

  it('while another transaction holds the lock on its licence', async () => {
    const outcome = await holdingLock(test.pool, license.id, () =>
      verifyIt({ now: secondsLater(3600) }),
    )
    expect(outcome).toMatchObject({ ok: true })
    expect(await lastSeen()).toEqual(secondsLater(3600))
  })

  it('while another transaction changes the activation itself', async () => {
    const client = await test.pool.connect()
    await client.query('begin')
    await client.query('update activations set client_name = $2 where id = $1', [
      activation.id,
      'Shop',
    ])
    expect(await verifyIt({ now: secondsLater(3600) })).toMatchObject({ ok: true })
    await client.query('rollback')
    client.release()
  })
})

describe('an activation is refused', () => {
  it.each([null, '', 'x', '\0', randomUUID(), "'; drop table activations; --"])(
    'with not_activated for the forged id %j',
    async (activationId) => {
      expect(await verifyIt({ claim: { activationId } })).toMatchObject({ code: 'not_activated' })
    },
  )

  it('with not_activated under another product', async () => {
    const other = await test.createProduct()
    const productReferenceId = other.referenceId ?? ''
    expect(await verifyIt({ productReferenceId })).toMatchObject({ code: 'not_activated' })
  })

  it('with not_activated on another domain, and on none', async () => {
    for (const domain of ['shop.example.com', 'evil.example', null]) {
      expect(await verifyIt({ installation: installationOn(domain) })).toMatchObject({
        code: 'not_activated',
      })
    }
  })

  it('with not_activated once it was deactivated', async () => {
    await test.query('update activations set is_active = false where id = $1', [activation.id])
    expect(await verifyIt()).toMatchObject({ code: 'not_activated' })
    const claim = { licenseCode: license.code ?? '' }
    expect(await verifyIt({ claim })).toMatchObject({ code: 'not_activated' })
  })

  it('with not_found for a code that is unknown or of another product', async () => {
    const other = await test.createProduct()
    expect(await verifyIt({ claim: { licenseCode: randomUUID() } })).toEqual({
      code: 'not_found',
      ok: false,
    })
    expect(
      await verifyIt({
        claim: { licenseCode: license.code ?? '' },
        productReferenceId: other.referenceId ?? '',
      }),
    ).toEqual({ code: 'not_found', ok: false })
  })

  it('with blocked where an administrator marked it as not valid', async () => {
    await test.query('update activations set is_valid = false where id = $1', [activation.id])
    expect(await verifyIt()).toMatchObject({ code: 'blocked' })
  })

  it('with blocked, and that before expired', async () => {
    await set(`is_valid = false, expires_at = '2020-01-01'`)
    expect(await verifyIt()).toMatchObject({ code: 'blocked' })
  })

  it('with expired, and that before product_inactive', async () => {
    const product = await test.createProduct({ isActive: false })
    await set(`product_id = '${product.id}'`)
    const productReferenceId = product.referenceId ?? ''
    expect(await verifyIt({ productReferenceId })).toMatchObject({ code: 'product_inactive' })
    await set(`expires_at = '2020-01-01'`)
    expect(await verifyIt({ productReferenceId })).toMatchObject({ code: 'expired' })
  })

  it('with the place once the allow-lists no longer name it', async () => {
    await test.payload.update({
      collection: 'licenses',
      data: { domains: ['other.example'] },
      id: license.id,
    })
    expect(await verifyIt()).toMatchObject({ code: 'domain_not_allowed' })
  })

  it('and is then not noted as seen', async () => {
    await set('is_valid = false')
    await verifyIt({ now: secondsLater(3600) })
    expect(await lastSeen()).toEqual(activatedAt)
  })
})

it.each([
  [59.999, 0],
  [60, 60],
  [3600, 3600],
])('notes after %s seconds that it was seen after %s', async (after, noted) => {
  await verifyIt({ now: secondsLater(after) })
  expect(await lastSeen()).toEqual(secondsLater(noted))
})
