import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { License } from '../../../payload-types'
import { importPurchase } from '../../../src/envato/importPurchase'
import { findOwner } from '../../../src/envato/repository'
import { openShop, purchase, type Shop } from './support/shop'

/** A purchase becomes a licence once, whoever asks at the same time, and never one of somebody else. */
let shop: Shop

beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

describe('a code that is a licence already', () => {
  const issue = (code: string, data: Partial<License>) =>
    shop.social.payload.create({
      collection: 'licenses',
      data: { code, product: shop.product.id, type: 'perpetual', ...data },
    })

  it('of somebody else is not taken, but reported to administrators, once', async () => {
    const bought = purchase()
    const license = await issue(bought.code, { customerId: 'SOMEBODY-ELSE' })
    const { customer, person } = await shop.buyer([bought])
    for (let count = 0; count < 2; count += 1) {
      await shop.signIn(person)
      await shop.work()
    }
    expect((await shop.licenseWith(bought.code))?.customerId).toBe('SOMEBODY-ELSE')
    const { docs } = await shop.social.payload.find({
      collection: 'envato-conflicts',
      depth: 0,
      where: { customer: { equals: customer.id } },
    })
    expect(docs).toMatchObject([
      { license: license.id, purchaseCode: bought.code, reason: 'heldByAnother' },
    ])
  })

  it('of the address of somebody else, or of another product, is not taken either', async () => {
    const other = await shop.social.payload.create({
      collection: 'products',
      data: { name: 'Other' },
    })
    const [one, two] = [purchase(), purchase()]
    await issue(one.code, { email: 'somebody@example.com' })
    await issue(two.code, { product: other.id })
    const { customer, person } = await shop.buyer([one, two])
    await shop.signIn(person)
    await shop.work()
    expect((await shop.licenseWith(one.code))?.customerId ?? null).toBeNull()
    expect((await shop.licenseWith(two.code))?.customerId ?? null).toBeNull()
    const { docs } = await shop.social.payload.find({
      collection: 'envato-conflicts',
      where: { customer: { equals: customer.id } },
    })
    expect(docs.map(({ reason }) => reason).sort()).toEqual(['heldByAnother', 'otherProduct'])
  })

  it("of nobody, or of the customer's own confirmed address, becomes the customer's", async () => {
    const [one, two] = [purchase(), purchase()]
    const { customer, person } = await shop.buyer([one, { ...two, code: two.code.toUpperCase() }])
    await issue(one.code, {})
    await issue(two.code, { email: customer.email })
    await shop.signIn(person)
    await shop.work()
    expect((await shop.licenseWith(one.code))?.customerId).toBe(customer.clientId)
    expect((await shop.licenseWith(two.code))?.customerId).toBe(customer.clientId)
  })
})

describe('at the same time', () => {
  it('ten readings of one purchase make one licence', async () => {
    const { customer } = await shop.buyer([])
    const code = randomUUID()
    const owner = await findOwner(await shop.social.accounts.db(), customer.id)
    if (!owner) throw new Error('There is no owner.')
    const sale = { buyer: null, code, itemId: '4711', licenseName: null, supportUntil: null }
    const args = { owner, product: shop.product.id, purchase: sale }
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => importPurchase(shop.social.payload, args)),
    )
    expect(outcomes.filter((outcome) => outcome === 'added')).toHaveLength(1)
    expect(outcomes.filter((outcome) => outcome === 'known')).toHaveLength(9)
  })

  it('two customers with one purchase: one has it, the other is reported', async () => {
    const code = randomUUID()
    const sale = { buyer: null, code, itemId: '4711', licenseName: null, supportUntil: null }
    const owners = []
    for (let count = 0; count < 4; count += 1) {
      const { customer } = await shop.buyer([])
      owners.push(await findOwner(await shop.social.accounts.db(), customer.id))
    }
    const outcomes = await Promise.all(
      owners.map((owner) =>
        importPurchase(shop.social.payload, {
          owner: owner!,
          product: shop.product.id,
          purchase: sale,
        }),
      ),
    )
    expect(outcomes.filter((outcome) => outcome === 'added')).toHaveLength(1)
    expect(outcomes.filter((outcome) => outcome === 'conflict')).toHaveLength(3)
  })

  it('an administrator who makes the licence meanwhile is no failure', async () => {
    const { customer } = await shop.buyer([])
    const owner = await findOwner(await shop.social.accounts.db(), customer.id)
    const codes = Array.from({ length: 8 }, () => randomUUID())
    const results = await Promise.all(
      codes.flatMap((code) => [
        importPurchase(shop.social.payload, {
          owner: owner!,
          product: shop.product.id,
          purchase: { buyer: null, code, itemId: '4711', licenseName: null, supportUntil: null },
        }),
        shop.social.payload
          .create({
            collection: 'licenses',
            data: { code, product: shop.product.id, type: 'perpetual' },
          })
          .then(() => 'made')
          .catch(() => 'there already'),
      ]),
    )
    expect(results.filter((result) => result === 'conflict')).toEqual([])
    for (const code of codes) {
      expect((await shop.licenseWith(code))?.customerId).toBe(customer.clientId)
    }
  })
})
