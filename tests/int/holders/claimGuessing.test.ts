import type pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'

import type { Customer } from '../../../payload-types'
import { createLimits } from '../../../src/api/rateLimit/limits'
import { freshIp } from '../accounts/support/accounts'
import { type ClaimShop, openClaimShop } from './support/claims'

/** Whoever guesses codes to claim licences is stopped, and gets nothing for a right one after that. */
let shop: ClaimShop
let pool: pg.Pool
let claim: ClaimShop['claim']
let createLicense: ClaimShop['createLicense']
let ada: Customer

beforeAll(async () => {
  shop = await openClaimShop()
  ;({ claim, createLicense, pool } = shop)
  await shop.payload.updateGlobal({ slug: 'settings', data: { allowClaiming: true } })
})
afterAll(() => shop.close())
beforeEach(async () => {
  await shop.payload.delete({ collection: 'mails', where: {} })
  ada = await shop.accounts.createCustomer()
})

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
  expect(await shop.ownerOf(free)).toBeNull()
  expect(await shop.mails()).toEqual([])
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
