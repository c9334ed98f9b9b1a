import { randomUUID } from 'node:crypto'

import { sql } from '@payloadcms/db-postgres/drizzle'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { confirmSocialProof } from '../../../src/accounts/social/socialProof'
import { runImport } from '../../../src/envato/runImport'
import { sealTokens } from '../../../src/envato/tokens'
import { linkTokenOf } from './support/mail'
import { newPerson, openShop, purchase, type Shop } from './support/shop'

/** Purchases at Envato become licences of their buyer, and the tokens that they are read with are kept no longer than that. */
let shop: Shop

beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

describe('after a sign-in with Envato', () => {
  it('every purchase of a product here becomes a licence of the buyer, page by page', async () => {
    const own = Array.from({ length: 7 }, () => purchase())
    const { customer, person } = await shop.buyer([
      ...own.slice(0, 4),
      purchase(undefined, 999),
      ...own.slice(4),
    ])
    expect(await shop.signIn(person)).toBe('/customer/dashboard')
    await shop.work()
    for (const { code } of own) {
      expect(await shop.licenseWith(code)).toMatchObject({
        customerId: customer.clientId,
        isEnvato: true,
        isValid: true,
        product: shop.product.id,
        supportUntil: '2027-05-05T23:21:08.000Z',
      })
    }
    expect(await shop.importOf(customer.id)).toMatchObject({
      licenses: 7,
      purchases: 8,
      status: 'done',
    })
  })

  it('again adds nothing, extends support, and shortens none', async () => {
    const bought = purchase()
    const { customer, person } = await shop.buyer([bought])
    await shop.signIn(person)
    await shop.work()
    await shop.signIn({
      ...person,
      purchases: [{ ...bought, supportedUntil: '2028-01-01T00:00:00Z' }],
    })
    await shop.work()
    expect((await shop.licenseWith(bought.code))?.supportUntil).toBe('2028-01-01T00:00:00.000Z')
    await shop.signIn({ ...person, purchases: [{ ...bought, supportedUntil: null }] })
    await shop.work()
    expect((await shop.licenseWith(bought.code))?.supportUntil).toBe('2028-01-01T00:00:00.000Z')
    expect(await shop.importOf(customer.id)).toMatchObject({ licenses: 0, purchases: 1 })
  })

  it('follows the mailed link where the account was made by it', async () => {
    const bought = purchase()
    const person = newPerson([bought])
    const browser = shop.social.browser(person)
    await browser.signIn('envato')
    const token = await linkTokenOf(shop.social, 'socialProof', person.email ?? '')
    const kept = browser.cookies.get('lm-social-proof') ?? ''
    const request = { browser: kept, deviceToken: null, token }
    expect((await confirmSocialProof(await shop.social.accounts.request(), request)).outcome).toBe(
      'signedIn',
    )
    await shop.work()
    const { docs } = await shop.social.payload.find({
      collection: 'customers',
      where: { email: { equals: person.email ?? '' } },
    })
    expect((await shop.licenseWith(bought.code))?.customerId).toBe(docs[0]?.clientId)
  })

  it('with another provider reads nothing', async () => {
    const person = { ...newPerson(), isVerified: true, subject: '123' }
    await shop.social.browser(person).signIn('github')
    const { docs } = await shop.social.payload.find({
      collection: 'customers',
      where: { email: { equals: person.email ?? '' } },
    })
    expect(await shop.importOf(docs[0]?.id ?? '')).toBeUndefined()
  })
})

describe('the tokens', () => {
  it('are encrypted while they wait, and gone when the reading has ended', async () => {
    const { customer, person } = await shop.buyer([])
    await shop.signIn(person)
    const waiting = await shop.importOf(customer.id)
    expect(waiting?.tokens).toMatch(/^v1\./)
    const { docs } = await shop.social.payload.find({
      collection: 'payload-jobs' as 'users',
      limit: 0,
    })
    expect(JSON.stringify(docs)).not.toContain('accessToken')
    await shop.work()
    expect(await shop.importOf(customer.id)).toMatchObject({ status: 'done', tokens: null })
  })

  it('are renewed where their hour is over', async () => {
    const bought = purchase()
    const { customer, person } = await shop.buyer([bought])
    await shop.signIn(person)
    const db = await shop.social.accounts.db()
    const run = randomUUID()
    // A token that Envato gave, and whose time is over.
    const browser = shop.social.browser(person)
    const at = await browser.begin('envato')
    const code = (await browser.allow(at)).searchParams.get('code') ?? ''
    const form = new URLSearchParams({
      client_id: 'clientOfTheTest',
      client_secret: 'secretOfTheTest',
      code,
      grant_type: 'authorization_code',
      redirect_uri: at.searchParams.get('redirect_uri') ?? '',
    })
    const answer = await fetch(`${process.env.ENVATO_API_URL}/token`, {
      body: form,
      method: 'POST',
    })
    const { refresh_token: refreshToken } = (await answer.json()) as { refresh_token: string }
    const tokens = { accessToken: 'over', expiresAt: new Date(Date.now() - 1000), refreshToken }
    const sealed = sealTokens(tokens, customer.id, shop.social.payload.secret)
    await db.execute(sql`
      update envato_imports set tokens = ${sealed}, run = ${run}, status = 'waiting' where customer_id = ${customer.id}`)
    await runImport(await shop.social.accounts.request(), { customer: customer.id, run })
    expect(await shop.importOf(customer.id)).toMatchObject({ status: 'done', tokens: null })
    expect((await shop.licenseWith(bought.code))?.customerId).toBe(customer.clientId)
  })
})
