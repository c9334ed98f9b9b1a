import type { Payload } from 'payload'
import type pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { Customer, License } from '../../../payload-types'
import { createLimits } from '../../../src/api/rateLimit/limits'
import { freshIp } from '../accounts/support/accounts'
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

describe('guessing codes', () => {
  it('ends after 20 tries of an account in an hour', async () => {
    const guess = (n: number) => claim(ada, n < 19 ? '' : 'NOBODY-HAS-THIS')
    for (let n = 0; n < 20; n += 1) await guess(n)
    expect(await guess(20)).toMatchObject({ outcome: 'tooMany' })
  })

  it('counts together with the unknown codes of the licensing API from the same place', async () => {
    const ip = freshIp()
    const { countUnknownCode } = createLimits(pool)
    for (let n = 0; n < 60; n += 1) await countUnknownCode(ip)
    expect(await claim(ada, 'NOBODY-HAS-THIS', ip)).toMatchObject({ outcome: 'tooMany' })
  })

  it('beyond that limit, a right code gets nothing either, until the window has passed', async () => {
    const ip = freshIp()
    const { countUnknownCode } = createLimits(pool)
    for (let n = 0; n < 60; n += 1) await countUnknownCode(ip)
    const free = await createLicense()
    const own = await createLicense({ customerId: ada.clientId })
    for (const code of [free.code, own.code, 'NOBODY-HAS-THIS']) {
      expect(await claim(ada, code, ip)).toMatchObject({ outcome: 'tooMany' })
    }
    expect(await ownerOf(free)).toBeNull()
    expect(await mails()).toEqual([])
    await pool.query(`update lm_rate_limits set expire = 1 where key like 'code:%'`)
    expect(await claim(ada, free.code, ip)).toMatchObject({ outcome: 'claimed' })
  })

  it('of many guesses at once, none beyond that limit gets a licence', async () => {
    const ip = freshIp()
    const { countUnknownCode } = createLimits(pool)
    for (let n = 0; n < 58; n += 1) await countUnknownCode(ip)
    const guesses = await Promise.all(Array.from({ length: 10 }, () => claim(ada, 'NOBODY', ip)))
    const outcomes = guesses.map(({ outcome }) => outcome).sort()
    expect(outcomes).toEqual([...Array<string>(8).fill('tooMany'), 'unknown', 'unknown'])
  })

  it('does not count the codes of those who have them', async () => {
    const ip = freshIp()
    const own = await createLicense({ customerId: ada.clientId })
    const { countUnknownCode } = createLimits(pool)
    for (let n = 0; n < 59; n += 1) await countUnknownCode(ip)
    for (let n = 0; n < 3; n += 1) {
      expect(await claim(ada, own.code, ip)).toMatchObject({ outcome: 'own' })
    }
    expect(await claim(ada, 'NOBODY-HAS-THIS', ip)).toEqual({ outcome: 'unknown' })
    expect(await claim(ada, own.code, ip)).toMatchObject({ outcome: 'tooMany' })
  })

  it('beyond that limit, the time still does not tell whose a code is', async () => {
    const ip = freshIp()
    const { countUnknownCode } = createLimits(pool)
    for (let n = 0; n < 60; n += 1) await countUnknownCode(ip)
    const license = await createLicense({ email: 'late@example.com' })
    for (const code of [license.code, 'NOBODY-HAS-THIS']) {
      const started = performance.now()
      expect(await claim(ada, code, ip)).toMatchObject({ outcome: 'tooMany' })
      expect(performance.now() - started).toBeGreaterThanOrEqual(300)
    }
  })
})
