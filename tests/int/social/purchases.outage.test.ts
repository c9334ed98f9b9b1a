import { sql } from '@payloadcms/db-postgres/drizzle'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { importAttempts, runImport } from '../../../src/envato/runImport'
import { openShop, purchase, type Shop } from './support/shop'

/** Bad days: Envato does not answer as it should while purchases are read. */
let shop: Shop

beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())
afterEach(() => shop.social.local.answers.clear())

describe('Envato on a bad day', () => {
  it.each(['status', 'html', 'huge', 'garbage', { json: {}, status: 429 }] as const)(
    'answering %j: the sign-in works, and the reading is tried again until it is done',
    async (answer) => {
      const bought = purchase()
      const { customer, person } = await shop.buyer([bought])
      shop.social.local.answers.set('/envato/v3/market/buyer/purchases', answer)
      expect(await shop.signIn(person)).toBe('/customer/dashboard')
      await shop.work()
      const waiting = await shop.importOf(customer.id)
      expect(waiting).toMatchObject({ attempts: 1, status: 'waiting' })
      expect(waiting?.error).toBeTruthy()
      expect(waiting?.tokens).toMatch(/^v1\./)
      expect(await shop.licenseWith(bought.code)).toBeUndefined()
      // Envato is back, and the pause is over.
      shop.social.local.answers.clear()
      await shop.passTime()
      await shop.work()
      expect((await shop.licenseWith(bought.code))?.customerId).toBe(customer.clientId)
      expect(await shop.importOf(customer.id)).toMatchObject({
        attempts: 2,
        status: 'done',
        tokens: null,
      })
    },
  )

  it('that breaks off in the middle adds the rest later, and nothing twice', async () => {
    const own = Array.from({ length: 7 }, () => purchase())
    const { customer, person } = await shop.buyer(own)
    const count = async () =>
      (
        await shop.social.payload.count({
          collection: 'licenses',
          where: { customerId: { equals: customer.clientId } },
        })
      ).totalDocs
    shop.social.local.answers.set('/envato/v3/market/buyer/purchases?page=3', 'status')
    await shop.signIn(person)
    await shop.work()
    expect(await count()).toBe(6)
    expect(await shop.importOf(customer.id)).toMatchObject({ status: 'waiting' })
    shop.social.local.answers.clear()
    await shop.passTime()
    await shop.work()
    expect(await count()).toBe(7)
    expect(await shop.importOf(customer.id)).toMatchObject({ licenses: 7, status: 'done' })
  })

  it('that refuses the token gives up at once, without the tokens', async () => {
    const { customer, person } = await shop.buyer([purchase()])
    shop.social.local.answers.set('/envato/v3/market/buyer/purchases', { json: {}, status: 403 })
    await shop.signIn(person)
    await shop.work()
    expect(await shop.importOf(customer.id)).toMatchObject({ status: 'failed', tokens: null })
  })

  it('for too long gives up, without the tokens', async () => {
    const { customer, person } = await shop.buyer([purchase()])
    shop.social.local.answers.set('/envato/v3/market/buyer/purchases', 'status')
    await shop.signIn(person)
    const db = await shop.social.accounts.db()
    const { rows } = await db.execute(sql`
      update envato_imports set attempts = ${importAttempts - 1} where customer_id = ${customer.id} returning run`)
    await runImport(await shop.social.accounts.request(), {
      customer: customer.id,
      run: rows[0]?.run as string,
    })
    expect(await shop.importOf(customer.id)).toMatchObject({ status: 'failed', tokens: null })
  })
})
