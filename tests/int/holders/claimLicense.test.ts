import type { Payload } from 'payload'
import type pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { Customer, License } from '../../../payload-types'
import { raceBehindLock } from '../licensing/support/lock'
import { type ClaimShop, openClaimShop } from './support/claims'

/** A code is all that a thief needs to have: it must never give them a licence that is somebody's, nor tell them that it is. */
let shop: ClaimShop
let payload: Payload
let pool: pg.Pool
let accounts: ClaimShop['accounts']
let claim: ClaimShop['claim']
let createLicense: ClaimShop['createLicense']
let mails: ClaimShop['mails']
let ownerOf: ClaimShop['ownerOf']
let ada: Customer

beforeAll(async () => {
  shop = await openClaimShop()
  ;({ accounts, claim, createLicense, mails, ownerOf, payload, pool } = shop)
})
afterAll(() => shop.close())

beforeEach(async () => {
  await payload.updateGlobal({ slug: 'settings', data: { allowClaiming: true } })
  await payload.delete({ collection: 'mails', where: {} })
  ada = await accounts.createCustomer()
})

describe('a licence without an owner', () => {
  it('becomes the customer’s with what was activated under it, and their account is told', async () => {
    const license = await createLicense()
    await payload.db.create({
      collection: 'activations',
      data: {
        activatedAt: new Date().toISOString(),
        environment: 'production',
        lastSeenAt: new Date().toISOString(),
        license: license.id,
        licenseCode: license.code,
        product: shop.product,
      },
    })
    expect(await claim(ada, ` ${license.code?.toLowerCase()}`)).toEqual({
      license: license.id,
      outcome: 'claimed',
    })
    expect(await ownerOf(license)).toBe(ada.clientId)
    const { docs } = await payload.find({ collection: 'activations', depth: 0 })
    expect(docs).toMatchObject([{ customerId: ada.clientId }])
    expect(await mails()).toMatchObject([
      { customer: ada.id, license: license.id, template: 'licenseClaimed', to: ada.email },
    ])
  })

  it('stays theirs when they enter the code again, without another mail', async () => {
    const license = await createLicense({ email: ada.email })
    expect(await claim(ada, license.code)).toEqual({ license: license.id, outcome: 'own' })
    expect(await mails()).toEqual([])
  })

  it('goes to one of those who claim it at the same time', async () => {
    const license = await createLicense()
    const customers = await Promise.all(Array.from({ length: 6 }, () => accounts.createCustomer()))
    const outcomes = await raceBehindLock({
      calls: customers.map((customer) => () => claim(customer, license.code)),
      licenseId: license.id,
      pool,
    })
    const values = outcomes.map((entry) =>
      entry.status === 'fulfilled' ? entry.value.outcome : '',
    )
    expect(values.filter((value) => value === 'claimed')).toHaveLength(1)
    expect(values.filter((value) => value === 'unknown')).toHaveLength(5)
    const winner = customers[values.indexOf('claimed')]
    expect(await ownerOf(license)).toBe(winner?.clientId)
    const sent = (await mails()).map(({ template }) => template).sort()
    expect(sent).toEqual(['claimRefused', 'licenseClaimed'])
  })
})

describe('a licence of somebody else', () => {
  it.each<[string, (other: Customer) => Partial<License>]>([
    ['by Client ID', ({ clientId }) => ({ customerId: clientId })],
    [
      'by Client ID, with the address of whoever claims it',
      ({ clientId }) => ({ customerId: clientId, email: ada.email }),
    ],
    ['by address', ({ email }) => ({ email })],
    ['by the address of nobody who has an account', () => ({ email: 'buyer@example.com' })],
    ['whose account is gone', () => ({ customerId: 'GONE' })],
  ])('is answered as an unknown code and stays theirs: %s', async (_, ownership) => {
    const other = await accounts.createCustomer()
    const license = await createLicense(ownership(other))
    const owner = await ownerOf(license)
    const answer = await claim(ada, license.code)
    expect(answer).toEqual(await claim(ada, 'NOBODY-HAS-THIS'))
    expect(answer).toEqual({ outcome: 'unknown' })
    expect(await ownerOf(license)).toBe(owner)
  })

  it('is answered as late as an unknown code', async () => {
    const license = await createLicense({ email: 'late@example.com' })
    for (const code of [license.code, 'NOBODY-HAS-THIS']) {
      const started = performance.now()
      await claim(ada, code)
      expect(performance.now() - started).toBeGreaterThanOrEqual(300)
    }
  })

  it('its holder is told once a day, however many try', async () => {
    const other = await accounts.createCustomer()
    const license = await createLicense({ customerId: other.clientId })
    const thieves = await Promise.all(Array.from({ length: 4 }, () => accounts.createCustomer()))
    await Promise.all(thieves.map((thief) => claim(thief, license.code)))
    await claim(ada, license.code)
    expect(await mails()).toMatchObject([
      { customer: other.id, license: license.id, template: 'claimRefused', to: other.email },
    ])
    await payload.db.updateMany({
      collection: 'mails',
      data: { createdAt: new Date(Date.now() - 25 * 60 * 60 * 1000).toISOString() },
      where: {},
    })
    await claim(ada, license.code)
    expect(await mails()).toHaveLength(2)
  })
})

describe('who may claim nothing', () => {
  it('customers whose address is not confirmed now, whatever their session says', async () => {
    const license = await createLicense()
    const unconfirmed = await accounts.createCustomer({ confirmedAt: null })
    const claimed = { ...unconfirmed, confirmedAt: new Date().toISOString() }
    expect(await claim(claimed, license.code)).toEqual({ outcome: 'unconfirmed' })
    const disabled = await accounts.createCustomer({ disabledAt: new Date().toISOString() })
    expect(await claim(disabled, license.code)).toEqual({ outcome: 'unconfirmed' })
    expect(await ownerOf(license)).toBeNull()
  })

  it.each(['allowClaiming', 'enableLicensesPage'])('anybody without %s', async (name) => {
    const license = await createLicense()
    await payload.updateGlobal({ slug: 'settings', data: { [name]: false } })
    expect(await claim(ada, license.code)).toEqual({ outcome: 'off' })
    await payload.updateGlobal({ slug: 'settings', data: { [name]: true } })
    expect(await ownerOf(license)).toBeNull()
  })

  it.each([undefined, null, 7, {}, [], '', '  ', 'x'.repeat(256), 'a\u0000b'])(
    'anybody with what is no code: %j',
    async (code) => {
      expect(await claim(ada, code)).toEqual({ outcome: 'codeMissing' })
    },
  )

  it.each(["' or 1=1 --", '%', '\ud800', '__proto__'])(
    'with a code of tricks: %j',
    async (code) => {
      await createLicense()
      expect(await claim(ada, code)).toEqual({ outcome: 'unknown' })
    },
  )
})
